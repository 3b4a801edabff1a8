import type { Context } from "../../platform/ledger/context.ts";
import type { RowProblem } from "@tongzhou/contract/imports";
import type { TakenRow } from "./capture-rows.ts";
import { problemOf } from "./domain/describe-row.ts";
import { countReasons } from "./domain/import-counts.ts";
import type { BatchCounts } from "./domain/import-counts.ts";
import type { BadRow, GoodRow, RowBatch } from "./domain/row-batches.ts";
import type { ImportPlan } from "./plan-import.ts";
import { insertRowOutcomes } from "./queries/import-rows.ts";
import type { RowOutcomeRow } from "./queries/import-rows.ts";
import { resolveRows } from "./resolve-rows.ts";
import type { ResolvedRow } from "./resolve-rows.ts";
import { isNew, takeIn } from "./take-in.ts";
import type { Written } from "./take-in.ts";

/**
 * Takes the rows of a batch in: what they name is found, good rows go through the door of all leads, and what became of
 * each is kept.
 * @returns numbers for the page of the import.
 */
export async function importBatch(
  context: Context,
  importId: string,
  plan: ImportPlan,
  batch: RowBatch,
): Promise<BatchCounts> {
  const good = batch.rows.filter((row): row is GoodRow => row.kind === "draft");
  const bad = batch.rows.filter((row): row is BadRow => row.kind === "rejected");
  const resolved = await resolveRows(context, plan, good);
  const { captured, written } = await takeIn(context, plan, resolved.rows);
  const rejected = [...bad, ...resolved.rejected];
  const outcomes = [
    ...rejected.map((row) => rejectedRow(importId, row)),
    ...takenRows(importId, resolved.rows, captured, written),
  ];
  await insertRowOutcomes(
    context,
    outcomes.toSorted((a, b) => a.row_number - b.row_number),
  );
  const count = (holds: (row: TakenRow) => boolean): number => captured.filter(holds).length;
  return {
    rows: batch.rows.length,
    blank: batch.blank,
    rejected: rejected.length,
    created: count(isNew),
    attached: count((row) => !isNew(row)),
    newContacts: count(({ newContact }) => newContact),
    newAccounts: count(({ newAccount }) => newAccount),
    opened: count(({ outcome }) => outcome === "opened"),
    refused: count(({ refused }) => refused !== null),
    overwritten: [...written.values()].reduce((sum, each) => sum + each.overwritten, 0),
    ...countReasons(rejected),
  };
}

function rejectedRow(importId: string, { number, line, cells, rejects }: BadRow): RowOutcomeRow {
  return {
    import_id: importId,
    row_number: number,
    line,
    outcome: "rejected",
    lead_id: null,
    contact_id: null,
    account_id: null,
    problems: rejects.map(problemOf).map((problem) => ({ ...problem, value: storable(problem.value) })),
    cells: cells.map(storable),
  };
}

/** JSON in the database holds no U+0000. */
const storable = (cell: string): string => (cell.includes("\0") ? cell.replaceAll("\0", "\ufffd") : cell);

function takenRows(
  importId: string,
  rows: readonly ResolvedRow[],
  captured: readonly TakenRow[],
  writtenAt: ReadonlyMap<number, Written>,
): RowOutcomeRow[] {
  return rows.flatMap(({ row }, place) => {
    const became = captured[place];
    if (!became) return [];
    const written = writtenAt.get(place);
    const noted = [...row.draft.remarks.map(problemOf), ...refusalOf(became), ...keptOf(written)];
    return {
      import_id: importId,
      row_number: row.number,
      line: row.draft.line,
      outcome: isNew(became) ? "created" : (written?.overwritten ?? 0) > 0 ? "updated" : "attached",
      lead_id: became.leadId,
      contact_id: became.contactId,
      account_id: became.contactId === null ? became.accountId : null,
      problems: noted.length === 0 ? null : noted,
      cells: null,
    };
  });
}

/** Values that the file should have written over and that whoever imports may not edit. */
function keptOf(written: Written | undefined): RowProblem[] {
  if (written === undefined) return [];
  const { refused, taken, circle } = written;
  return [
    ...(circle === true ? [{ code: "parent_circle", column: null, value: "", params: {} }] : []),
    ...(refused === 0 ? [] : [{ code: "values_not_yours", column: null, value: "", params: { values: refused } }]),
    ...taken.map((column) => ({ code: "value_taken_kept", column, value: "", params: {} })),
  ];
}

/** The person and the touch went in, the lead did not: the row is taken, and says so. */
function refusalOf({ refused }: TakenRow): RowProblem[] {
  return refused === null ? [] : [{ code: "lead_refused", column: null, value: "", params: { because: refused } }];
}
