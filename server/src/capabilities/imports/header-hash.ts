import { createHash } from "node:crypto";
import { foldHeader } from "./domain/fold-header.ts";

/** By which a file with the same columns is known again, in whatever order they stand. */
export function headerHash(header: readonly string[]): string {
  return createHash("sha256").update(header.map(foldHeader).toSorted().join("\n")).digest("hex");
}
