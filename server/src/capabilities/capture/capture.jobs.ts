import { z } from "zod";
import { subscribe } from "../../platform/events/subscription.ts";
import type { Subscription } from "../../platform/events/subscription.ts";
import { beginLongOperation } from "../../platform/jobs/begin-long-operation.ts";
import { defineLongOperation } from "../../platform/jobs/long-operation.ts";
import type { LongOperationDefinition } from "../../platform/jobs/long-operation.ts";
import { defineSchedule } from "../../platform/jobs/schedule.ts";
import type { Schedule, ScheduleRun } from "../../platform/jobs/schedule.ts";
import { look } from "../../platform/ledger/look.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { advanceLeads } from "./advance-leads.ts";
import { advanceTouched } from "./advance-touched.ts";
import { findDecayed, findJudgedAnew, findScoredLeadsOf } from "./queries/advancing-leads.ts";

const ADVANCE_TOUCHED = operationKind("lead.advance_touched");
const ADVANCE_DECAYED = operationKind("lead.advance_decayed");
const ADVANCE_CHANGED = operationKind("lead.advance_changed");
const JUDGE_ANEW = operationKind("lead.judge_anew");
/** A single arrival waits for at most one of these. */
const LEADS_AT_ONCE = 2000;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** A version came into force: leads that follow the standard are judged by it, batch by batch (R-STD-6). */
export const judgeAnew = defineLongOperation({
  name: "capture.judge_anew",
  batchKind: operationKind("lead.judge_anew_batch"),
  request: z.object({ standardId: z.uuid() }),
  position: z.object({ afterId: z.uuid() }),
  async batch(context, { position }) {
    const leadIds = await findJudgedAnew(context, position.afterId, LEADS_AT_ONCE);
    const moved = await advanceLeads(context, [{ leadIds, cause: "standard" }]);
    return {
      position: { afterId: leadIds.at(-1) ?? position.afterId },
      done: leadIds.length,
      counts: { moved },
      isLast: leadIds.length < LEADS_AT_ONCE,
    };
  },
});

export const captureLongOperations: readonly LongOperationDefinition[] = [judgeAnew as LongOperationDefinition];

export const captureSubscriptions: readonly Subscription[] = [
  subscribe({
    event: "touch.recorded",
    subscriber: "capture.advance_touched",
    kind: ADVANCE_TOUCHED,
    async handle(context, { ids, operationId }) {
      if (!(await advanceTouched(context, ids, operationId))) return "nothing";
    },
  }),
  subscribe({
    event: "contact.changed",
    subscriber: "capture.advance_changed_contacts",
    kind: ADVANCE_CHANGED,
    async handle(context, { ids }) {
      const leadIds = await findScoredLeadsOf(context, { contactIds: ids });
      if (leadIds.length === 0) return "nothing";
      await advanceLeads(context, [{ leadIds, cause: "facts" }]);
    },
  }),
  subscribe({
    event: "account.changed",
    subscriber: "capture.advance_changed_accounts",
    kind: ADVANCE_CHANGED,
    async handle(context, { ids }) {
      const leadIds = await findScoredLeadsOf(context, { accountIds: ids });
      if (leadIds.length === 0) return "nothing";
      await advanceLeads(context, [{ leadIds, cause: "facts" }]);
    },
  }),
  subscribe({
    event: "standard.came_into_force",
    subscriber: "capture.judge_anew",
    kind: JUDGE_ANEW,
    priority: "bulk",
    async handle(context, { ids: [standardId] }) {
      if (standardId === undefined) return "nothing";
      await beginLongOperation(context, judgeAnew, { request: { standardId }, position: { afterId: FIRST_ID } });
    },
  }),
];

/** Judges anew the leads whose scores have stepped down, batch by batch. @returns how many leads. */
export async function advanceDecayed({ house, signal }: ScheduleRun): Promise<number> {
  let done = 0;
  while (!signal.aborted) {
    const leadIds = await look(house, "job", (context) => findDecayed(context, LEADS_AT_ONCE));
    if (leadIds.length === 0) break;
    await operate(house, { actor: { kind: "system" }, kind: ADVANCE_DECAYED, source: "job" }, (context) =>
      advanceLeads(context, [{ leadIds, cause: "decay" }]),
    );
    done += leadIds.length;
  }
  return done;
}

export const captureSchedules: readonly Schedule[] = [
  defineSchedule({
    name: "capture.advance_decayed",
    time: { everyMinutes: 1 },
    priority: "bulk",
    handle: async (run) => void (await advanceDecayed(run)),
  }),
];
