import { RuleGroup } from "@tongzhou/contract/conditions";
import { z } from "zod";
import type { Acting } from "../../platform/access/acting.ts";
import { Viewer } from "../../platform/access/viewer.ts";
import { defineLongOperation } from "../../platform/jobs/long-operation.ts";
import type { LongOperationDefinition } from "../../platform/jobs/long-operation.ts";
import { summariseLongOperation } from "../../platform/jobs/summarise-long-operation.ts";
import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { chooseBehind, doWork } from "../../platform/lists/bulk-work.ts";
import { companyCalendar, readPeopleSnapshot } from "../people/index.ts";
import { BulkAct } from "./shapes/bulk-act.ts";
import { workOf } from "./work-of.ts";
import type { BulkNeighbours } from "./work-of.ts";

/** A batch takes about a second: that is how long a single record may have to wait for its lock. */
const BATCH_RECORDS = 1000;

const BULK_BATCH = operationKind("record.change_batch");

const Request = z.object({
  act: BulkAct,
  filter: RuleGroup,
  search: z.string(),
  /** What the key allows that asked for it; null for a person at a browser. */
  permissions: z.array(z.string()).nullable(),
});
const Position = z.object({ after: z.uuid().nullable() });

/** A change of more records than one operation should hold. Each batch asks for the rights of whoever began it anew. */
export const changeManyRecords = (
  neighbours: BulkNeighbours,
): LongOperationDefinition<z.infer<typeof Request>, z.infer<typeof Position>> =>
  defineLongOperation({
    name: "bulk.change_records",
    batchKind: BULK_BATCH,
    request: Request,
    position: Position,
    async batch(context, { id, request: { act, permissions, ...choice }, position: { after }, counts }) {
      const acting = await actingAgain(context, permissions, neighbours);
      const calendar = await companyCalendar(context);
      const list = neighbours.sources[act.object].list(acting.viewer);
      const work = await workOf(acting, act, neighbours);
      const page = { after, limit: BATCH_RECORDS };
      const ids = await chooseBehind(list, { all: choice }, page, acting, calendar);
      const changed = await doWork(list, ids, work, acting, calendar);
      await summariseLongOperation(context, id, { count: (counts["changed"] ?? 0) + changed.length });
      return {
        position: { after: ids.at(-1) ?? after },
        done: ids.length,
        counts: { changed: changed.length, left: ids.length - changed.length },
        isLast: ids.length < BATCH_RECORDS,
      };
    },
  });

/** The context of a batch with the rights of this moment. @throws Error when whoever began it has left. */
async function actingAgain(
  context: Context,
  permissions: readonly string[] | null,
  { readPools = async () => [] }: BulkNeighbours,
): Promise<Acting> {
  const { actor, tx } = context;
  const snapshot = await readPeopleSnapshot(tx, readPools);
  const person = actor.kind === "person" ? snapshot.people.get(actor.personId) : undefined;
  if (person?.active !== true) throw new Error("whoever began this no longer works here");
  return { ...context, viewer: new Viewer(snapshot, person, permissions) };
}

/** Changes of records that are too long for one transaction. */
export const bulkLongOperations = (neighbours: BulkNeighbours): readonly LongOperationDefinition[] => [
  changeManyRecords(neighbours) as LongOperationDefinition,
];
