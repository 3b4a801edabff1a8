import type { ImportRow } from "@tongzhou/contract/imports";
import type { BadRow } from "./row-batches.ts";

/** Numbers of a batch, by name, as they are added up beside the progress. */
export type BatchCounts = Record<string, number>;

const REASON = "reason.";

/** How many rows each reason kept out; a row with two reasons is counted in both. */
export function countReasons(rejected: readonly BadRow[]): BatchCounts {
  const counts: BatchCounts = {};
  for (const { rejects } of rejected) {
    for (const reason of new Set(rejects.map((reject) => reject.reason))) {
      counts[REASON + reason] = (counts[REASON + reason] ?? 0) + 1;
    }
  }
  return counts;
}

/** The counts of an import so far as its pages show them. */
export function readCounts(counts: Readonly<BatchCounts>): ImportRow["counts"] {
  const { rows = 0, created = 0, attached = 0, rejected = 0, blank = 0, overwritten = 0 } = counts;
  return { rows, created, attached, rejected, blank, overwritten };
}

/** Rows kept out by reason, the commonest first. */
export function readReasons(counts: Readonly<BatchCounts>): { code: string; rows: number }[] {
  return Object.entries(counts)
    .filter(([name]) => name.startsWith(REASON))
    .map(([name, rows]) => ({ code: name.slice(REASON.length), rows }))
    .toSorted((a, b) => b.rows - a.rows || (a.code < b.code ? -1 : 1));
}
