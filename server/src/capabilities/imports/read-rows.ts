import type { ImportSettings } from "@tongzhou/contract/import-settings";
import type { ReadRow, ReadRows } from "@tongzhou/contract/imports";
import type { Viewing } from "../../platform/access/acting.ts";
import type { House } from "../../platform/ledger/context.ts";
import { requireCompany } from "../people/index.ts";
import { describeRow } from "./domain/describe-row.ts";
import { lineFinder } from "./domain/line-finder.ts";
import type { BatchRow } from "./domain/row-batches.ts";
import { mappedFields } from "./mapped-fields.ts";
import { firstPosition, planImport, readingPlanOf } from "./plan-import.ts";
import { openImportFile } from "./open-import-file.ts";
import { findProductLines } from "./queries/name-rows.ts";
import { readFewRows } from "./reading/read-few-rows.ts";

/** Rows that are read for it; they are read while a person waits and others do, too. */
const ROWS_LOOKED_AT = 1_000;
/** The last piece of a beginning is cut off in the middle of so many rows at most. */
const CUT_IN = 10;
const ROWS_SHOWN = 20;
const SURPRISES_SHOWN = 20;

/**
 * The first rows of a file as they will become under these settings, one row for each kind of surprise, and what the file
 * writes for product lines.
 * @throws what openImportFile and planImport throw.
 */
export async function readRows(
  house: Pick<House, "pool">,
  context: Pick<Viewing, "tx" | "viewer" | "now">,
  fileId: string,
  settings: ImportSettings,
): Promise<ReadRows> {
  const opened = await openImportFile(house, context.viewer, fileId, settings.reading);
  const fields = await mappedFields(context, context.viewer, settings);
  const plan = planImport(opened, settings, fields, await requireCompany(context), context.now);
  const piece = opened.sample.subarray(plan.firstRow.offset);
  const all = readFewRows(readingPlanOf(plan, firstPosition(plan), CUT_IN), piece, opened.isWhole);
  const rows = all.slice(0, ROWS_LOOKED_AT);
  return {
    rows: rows.slice(0, ROWS_SHOWN).map(describeRow),
    surprises: surprisesAmong(rows),
    productLines: countLines(rows, lineFinder(await findProductLines(context), settings.productLines)),
    rowsLookedAt: rows.length,
  };
}

/** The first row of each reason, remark and missing thing. */
function surprisesAmong(rows: readonly BatchRow[]): ReadRow[] {
  const seen = new Set<string>();
  const surprises: ReadRow[] = [];
  for (const row of rows) {
    const codes = surprisesOf(row).filter((code) => !seen.has(code));
    if (codes.length === 0) continue;
    for (const code of codes) seen.add(code);
    surprises.push(describeRow(row));
    if (surprises.length === SURPRISES_SHOWN) break;
  }
  return surprises;
}

function surprisesOf(row: BatchRow): string[] {
  if (row.kind === "rejected") return row.rejects.map(({ reason }) => reason);
  const { name, identifiers, remarks } = row.draft;
  return [
    ...remarks.map(({ code }) => code),
    ...(name === null ? ["name_missing"] : []),
    ...(identifiers.some(({ strong }) => strong) ? [] : ["no_strong_identifier"]),
  ];
}

function countLines(rows: readonly BatchRow[], find: ReturnType<typeof lineFinder>): ReadRows["productLines"] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const text = row.kind === "draft" ? row.draft.productLine : null;
    if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([text, count]) => ({ text, rows: count, productLineId: find(text).productLineId }));
}
