import type { Context } from "../../platform/ledger/context.ts";
import type { RowProblem } from "@tongzhou/contract/imports";
import { attachRows } from "./attach-rows.ts";
import { captureRows, takingRules } from "./capture-rows.ts";
import type { TakenRow } from "./capture-rows.ts";
import { problemOf } from "./domain/describe-row.ts";
import { countReasons } from "./domain/import-counts.ts";
import type { BatchCounts } from "./domain/import-counts.ts";
import type { BadRow, GoodRow, RowBatch } from "./domain/row-batches.ts";
import { overwriteKnown } from "./overwrite-known.ts";
import type { Overwritten } from "./overwrite-known.ts";
import type { ImportPlan } from "./plan-import.ts";
import { insertRowOutcomes } from "./queries/import-rows.ts";
import type { RowOutcomeRow } from "./queries/import-rows.ts";
import { resolveRows } from "./resolve-rows.ts";
import type { ResolvedRow } from "./resolve-rows.ts";

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
  const takeIn = plan.settings.object === "contact" ? attachRows : captureRows;
  const captured: readonly TakenRow[] = await takeIn(context, plan, resolved.rows);
  const overwritten = await overwriteKnown(context, takingRules(plan), resolved.rows, captured);
  const rejected = [...bad, ...resolved.rejected];
  const outcomes = [
    ...rejected.map((row) => rejectedRow(importId, row)),
    ...takenRows(importId, resolved.rows, captured, overwritten),
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
    created: count(({ newContact }) => newContact),
    attached: count(({ newContact }) => !newContact),
    newContacts: count(({ newContact }) => newContact),
    newAccounts: count(({ newAccount }) => newAccount),
    opened: count(({ outcome }) => outcome === "opened"),
    refused: count(({ refused }) => refused !== null),
    overwritten: [...overwritten.values()].reduce((sum, each) => sum + each.overwritten, 0),
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
  overwritten: ReadonlyMap<number, Overwritten>,
): RowOutcomeRow[] {
  return rows.flatMap(({ row }, place) => {
    const became = captured[place];
    if (!became) return [];
    const written = overwritten.get(place);
    const noted = [...row.draft.remarks.map(problemOf), ...refusalOf(became), ...keptOf(written)];
    return {
      import_id: importId,
      row_number: row.number,
      line: row.draft.line,
      outcome: became.newContact ? "created" : (written?.overwritten ?? 0) > 0 ? "updated" : "attached",
      lead_id: became.leadId,
      contact_id: became.contactId,
      problems: noted.length === 0 ? null : noted,
      cells: null,
    };
  });
}

/** Values that the file should have written over and that whoever imports may not edit. */
function keptOf(written: Overwritten | undefined): RowProblem[] {
  if (written === undefined || written.refused === 0) return [];
  return [{ code: "values_not_yours", column: null, value: "", params: { values: written.refused } }];
}

/** The person and the touch went in, the lead did not: the row is taken, and says so. */
function refusalOf({ refused }: TakenRow): RowProblem[] {
  return refused === null ? [] : [{ code: "lead_refused", column: null, value: "", params: { because: refused } }];
}
