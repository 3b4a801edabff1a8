import { createHash } from "node:crypto";
import { errorColumnOf } from "./domain/error-columns.ts";
import { foldHeader } from "./domain/fold-header.ts";

/**
 * By which a file with the same columns is known again, in whatever order they stand. A corrected error file is known as
 * the file its rows come from: what it has in front does not count.
 */
export function headerHash(header: readonly string[]): string {
  return createHash("sha256")
    .update(
      header
        .filter((name) => errorColumnOf(name) === null)
        .map(foldHeader)
        .toSorted()
        .join("\n"),
    )
    .digest("hex");
}
