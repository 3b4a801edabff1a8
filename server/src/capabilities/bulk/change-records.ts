import { MAX_RECORDS_AT_ONCE } from "@tongzhou/contract/bulk";
import type { BulkDone, BulkPreview } from "@tongzhou/contract/bulk";
import type { RecordChoice } from "@tongzhou/contract/assignment";
import type { Acting, Viewing } from "../../platform/access/acting.ts";
import { beginLongOperation } from "../../platform/jobs/begin-long-operation.ts";
import { chooseBehind, doWork, previewWork } from "../../platform/lists/bulk-work.ts";
import { countChosen } from "../../platform/lists/count-chosen.ts";
import { rowChoiceOf } from "../../platform/lists/choose-ids.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { companyCalendar } from "../people/index.ts";
import type { BulkAct } from "./shapes/bulk-act.ts";
import { changeManyRecords } from "./bulk.jobs.ts";
import { workOf } from "./work-of.ts";
import type { BulkNeighbours } from "./work-of.ts";

/**
 * Does something with many records, those that were named or all that a filter chooses: at once, or in the background when
 * they are many. Records that are out of reach, or that have the value already, stay as they are.
 * @throws NotFound when none of those that were named is within reach; and what the act is refused for.
 */
export async function changeRecords(
  context: Acting,
  act: BulkAct,
  choice: RecordChoice,
  neighbours: BulkNeighbours,
): Promise<BulkDone> {
  const { viewer } = context;
  const work = await workOf(context, act, neighbours);
  const list = neighbours.sources[act.object].list(viewer);
  const calendar = await companyCalendar(context);
  await context.summarise({ object: act.object, count: 0 });
  if (!("ids" in choice)) {
    const total = await countChosen(list, choice, context, calendar);
    if (total > MAX_RECORDS_AT_ONCE) {
      const longOperationId = await beginLongOperation(context, changeManyRecords(neighbours), {
        request: { act, ...choice, permissions: viewer.permissions === null ? null : [...viewer.permissions] },
        position: { after: null },
        total,
      });
      return { changed: 0, left: 0, longOperationId };
    }
  }
  const page = { after: null, limit: MAX_RECORDS_AT_ONCE };
  const ids = await chooseBehind(list, rowChoiceOf(choice), page, context, calendar);
  if (ids.length === 0) throw new NotFound();
  const changed = await doWork(list, ids, work, context, calendar);
  await context.summarise({ count: changed.length });
  const asked = "ids" in choice ? new Set(choice.ids).size : ids.length;
  return { changed: changed.length, left: asked - changed.length, longOperationId: null };
}

/** What it would do, before it is done. */
export async function previewChange(
  viewing: Viewing,
  act: BulkAct,
  choice: RecordChoice,
  neighbours: BulkNeighbours,
): Promise<BulkPreview> {
  const work = await workOf(viewing, act, neighbours);
  const list = neighbours.sources[act.object].list(viewing.viewer);
  const preview = await previewWork(list, rowChoiceOf(choice), work, viewing, await companyCalendar(viewing));
  const rows = preview.changes + preview.stays.reduce((sum, { count }) => sum + count, 0);
  return { ...preview, inBackground: !("ids" in choice) && rows > MAX_RECORDS_AT_ONCE };
}
