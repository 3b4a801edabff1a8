import { subscribe } from "../../platform/events/subscription.ts";
import type { Subscription } from "../../platform/events/subscription.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { findAssignedAfter, findUnrouted } from "./queries/arriving-leads.ts";
import { routeLeads } from "./route-leads.ts";
import { setAnswerTimes } from "./set-answer-times.ts";

export const ROUTE_LEADS = operationKind("lead.route");
const SET_ANSWER_TIMES = operationKind("lead.set_answer_times");
const CLOCKS_AT_ONCE = 2000;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** What routing reacts to. Leads that were routed where they became qualified are not routed again. */
export const routingSubscriptions: readonly Subscription[] = [
  subscribe({
    event: "lead.qualified",
    subscriber: "routing.route",
    kind: ROUTE_LEADS,
    async handle(context, { ids }) {
      const waiting = await findUnrouted(context, ids);
      if (waiting.length === 0) return "nothing";
      await routeLeads(context, waiting);
    },
  }),
  subscribe({
    event: "lead.assigned",
    subscriber: "routing.set_answer_times",
    kind: SET_ANSWER_TIMES,
    priority: "clocks",
    async handle(context, { ids }) {
      await setAnswerTimes(context, ids);
      // Due times are derived: nobody undoes them, and no list of acts should name them.
      return "nothing";
    },
  }),
  subscribe({
    event: "standard.came_into_force",
    subscriber: "routing.set_all_answer_times",
    kind: SET_ANSWER_TIMES,
    priority: "bulk",
    async handle(context) {
      for (let afterId: string | undefined = FIRST_ID; afterId !== undefined;) {
        const leadIds: string[] = await findAssignedAfter(context, afterId, CLOCKS_AT_ONCE);
        await setAnswerTimes(context, leadIds);
        afterId = leadIds.at(-1);
      }
      return "nothing";
    },
  }),
];
