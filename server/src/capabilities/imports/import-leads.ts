import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { defineLongOperation } from "../../platform/jobs/long-operation.ts";
import type { RowProblem } from "@tongzhou/contract/imports";
import { isTouchTime, prepareTouchMonths } from "../touches/index.ts";
import type { CapturedLead } from "../capture/index.ts";
import { captureRows } from "./capture-rows.ts";
import { problemOf } from "./domain/describe-row.ts";
import { countReasons } from "./domain/import-counts.ts";
import type { BatchCounts } from "./domain/import-counts.ts";
import type { BadRow, GoodRow, RowBatch } from "./domain/row-batches.ts";
import { ImportPlan, ImportPosition, readingPlanOf } from "./plan-import.ts";
import { insertRowOutcomes } from "./queries/import-rows.ts";
import type { RowOutcomeRow } from "./queries/import-rows.ts";
import { closeStream, prepareBatch, preparedBatch } from "./reading/open-streams.ts";
import { resolveRows } from "./resolve-rows.ts";
import type { ResolvedRow } from "./resolve-rows.ts";

/** Takes a file in, batch by batch; the position in the file is saved with what the batch wrote. */
export const importLeads = defineLongOperation<ImportPlan, ImportPosition>({
  name: "imports.leads",
  batchKind: operationKind("lead.import_batch", { redoneByRepeating: true }),
  request: ImportPlan,
  position: ImportPosition,

  async prepare(house, { id, request: plan, position }) {
    const { batch } = await prepareBatch(house, id, plan.fileId, position, (start) => readingPlanOf(plan, start));
    await prepareTouchMonths(house, instantsOf(batch, plan, house.clock.now()));
  },

  async batch(context, { id, request: plan, position }) {
    const prepared = preparedBatch(id, position);
    if (!prepared) throw new Error(`nothing is prepared for import ${id} at byte ${position.offset}`);
    const { batch, isLast } = prepared;
    const counts = await importBatch(context, id, plan, batch);
    if (isLast) await closeStream(id);
    return { position: batch.to, done: batch.to.offset - batch.from.offset, counts, isLast };
  },
});

function instantsOf({ rows }: RowBatch, { at }: ImportPlan, now: Date): Date[] {
  const known = rows.flatMap((row) =>
    row.kind === "draft" && row.draft.occurredAt !== null ? [row.draft.occurredAt] : [],
  );
  return [...new Set([at, ...known])].map((time) => new Date(time)).filter((instant) => isTouchTime(instant, now));
}

async function importBatch(
  context: Context,
  importId: string,
  plan: ImportPlan,
  batch: RowBatch,
): Promise<BatchCounts> {
  const good = batch.rows.filter((row): row is GoodRow => row.kind === "draft");
  const bad = batch.rows.filter((row): row is BadRow => row.kind === "rejected");
  const resolved = await resolveRows(context, plan, good);
  const captured = await captureRows(context, plan, resolved.rows);
  const rejected = [...bad, ...resolved.rejected];
  const outcomes = [
    ...rejected.map((row) => rejectedRow(importId, row)),
    ...takenRows(importId, resolved.rows, captured),
  ];
  await insertRowOutcomes(
    context,
    outcomes.toSorted((a, b) => a.row_number - b.row_number),
  );
  const count = (holds: (row: CapturedLead) => boolean): number => captured.filter(holds).length;
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

function takenRows(importId: string, rows: readonly ResolvedRow[], captured: readonly CapturedLead[]): RowOutcomeRow[] {
  return rows.flatMap(({ row }, place) => {
    const became = captured[place];
    if (!became) return [];
    const noted = [...row.draft.remarks.map(problemOf), ...refusalOf(became)];
    return {
      import_id: importId,
      row_number: row.number,
      line: row.draft.line,
      outcome: became.newContact ? "created" : "attached",
      lead_id: became.leadId,
      contact_id: became.contactId,
      problems: noted.length === 0 ? null : noted,
      cells: null,
    };
  });
}

/** The person and the touch went in, the lead did not: the row is taken, and says so. */
function refusalOf({ refused }: CapturedLead): RowProblem[] {
  return refused === null ? [] : [{ code: "lead_refused", column: null, value: "", params: { because: refused } }];
}
