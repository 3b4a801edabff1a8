import { subscribe } from "../../platform/events/subscription.ts";
import type { Subscription } from "../../platform/events/subscription.ts";
import { defineSchedule } from "../../platform/jobs/schedule.ts";
import type { Schedule, ScheduleRun } from "../../platform/jobs/schedule.ts";
import { look } from "../../platform/ledger/look.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { undoneOperations } from "../../platform/ledger/undo/undone-operations.ts";
import { compareScores } from "./compare-scores.ts";
import { findScoredBy } from "./queries/score-rows.ts";
import { refreshScores } from "./refresh-scores.ts";

const REFRESH_SCORES = operationKind("lead_score.refresh", { notUndoable: "undo.derived" });
const COMPARED_AT_ONCE = 5000;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** Scores follow what an undo took back: leads themselves, and whatever the undone operations had scored them by. */
export const standardSubscriptions: readonly Subscription[] = [
  subscribe({
    event: "operation.undone.lead",
    subscriber: "standards.refresh_undone_leads",
    kind: REFRESH_SCORES,
    priority: "bulk",
    async handle(context, { ids }) {
      await refreshScores(context, ids);
      return "nothing";
    },
  }),
  subscribe({
    event: ["operation.undone.touch", "operation.undone.identifier", "operation.undone.judgement"],
    subscriber: "standards.refresh_undone_scores",
    kind: REFRESH_SCORES,
    priority: "bulk",
    async handle(context, { operationId }) {
      const undone = await undoneOperations(context.client, operationId);
      // What is refreshed is no longer scored by them, so another announcement of the same undo finds nothing.
      for (;;) {
        const leadIds = undone.length === 0 ? [] : await findScoredBy(context, undone, COMPARED_AT_ONCE);
        if (leadIds.length === 0) return "nothing";
        await refreshScores(context, leadIds);
      }
    },
  }),
];

/** The nightly comparison of the kept scores with what leads score; repairs what differs. @returns how many did. */
export async function repairScores({ house, signal }: ScheduleRun): Promise<number> {
  let repaired = 0;
  for (let afterId: string | null = FIRST_ID; afterId !== null && !signal.aborted;) {
    const from: string = afterId;
    const { lastId, wrong } = await look(house, "job", (context) => compareScores(context, from, COMPARED_AT_ONCE));
    if (wrong.length > 0) {
      await operate(
        house,
        { actor: { kind: "system" }, kind: REFRESH_SCORES, source: "job", summary: { wrong: wrong.length } },
        (context) => refreshScores(context, wrong),
      );
    }
    repaired += wrong.length;
    afterId = lastId;
  }
  return repaired;
}

export const standardSchedules: readonly Schedule[] = [
  defineSchedule({
    name: "standards.compare_scores",
    time: { at: "03:30" },
    priority: "bulk",
    handle: async (run) => void (await repairScores(run)),
  }),
];
