import { defineLongOperation } from "../../platform/jobs/long-operation.ts";
import type { LongOperationDefinition } from "../../platform/jobs/long-operation.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { letArrivalsPass } from "../capture/index.ts";
import { isTouchTime, prepareTouchMonths } from "../touches/index.ts";
import type { RowBatch } from "./domain/row-batches.ts";
import { importBatch } from "./import-batch.ts";
import { ImportPlan, ImportPosition, readingPlanOf } from "./plan-import.ts";
import { closeStream, prepareBatch, preparedBatch } from "./reading/open-streams.ts";

/** Two or three times as long as a batch takes on a busy machine: whoever fills in a form goes first, and the import goes on all the same. */
const YIELD_AT_MOST_MS = 1000;

/** Takes a file in, batch by batch; the position in the file is saved with what the batch wrote. */
export const importLeads = defineLongOperation<ImportPlan, ImportPosition>({
  name: "imports.leads",
  batchKind: operationKind("lead.import_batch", { redoneByRepeating: true }),
  request: ImportPlan,
  position: ImportPosition,

  async prepare(house, { id, request: plan, position }) {
    const { batch } = await prepareBatch(house, id, plan.fileId, position, (start) => readingPlanOf(plan, start));
    await prepareTouchMonths(house, instantsOf(batch, plan, house.clock.now()));
    await letArrivalsPass(house, YIELD_AT_MOST_MS);
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

/** Work of imports that is too long for one transaction. */
export const importsLongOperations: readonly LongOperationDefinition[] = [importLeads as LongOperationDefinition];
