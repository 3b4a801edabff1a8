import type { ExportObject } from "@tongzhou/contract/exports";
import type { ExportSource } from "../../platform/lists/export-source.ts";
import type { ReadPools } from "../people/index.ts";

/** What the capabilities that own lists tell exports, which know none of them; handed in where the house is put together. */
export interface ExportNeighbours {
  readonly sources: readonly ExportSource[];
  /** The pools, which decide what a person may see. */
  readonly readPools?: ReadPools;
}

/** The list of a kind of record. @throws Error for one that nobody handed in. */
export function sourceNamed({ sources }: Pick<ExportNeighbours, "sources">, name: ExportObject): ExportSource {
  const source = sources.find((one) => one.name === name);
  if (!source) throw new Error(`there is no list of ${name} to export`);
  return source;
}
