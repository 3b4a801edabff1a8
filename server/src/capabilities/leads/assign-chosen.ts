import { RuleGroup } from "@tongzhou/contract/conditions";
import type { leads } from "@tongzhou/contract/leads";
import type { BodyOf, ResponseOf } from "@tongzhou/contract/endpoint";
import { z } from "zod";
import type { Acting } from "../../platform/access/acting.ts";
import { beginLongOperation } from "../../platform/jobs/begin-long-operation.ts";
import { defineLongOperation } from "../../platform/jobs/long-operation.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { MAX_ROWS_AT_ONCE } from "../../platform/lists/choose-ids.ts";
import { companyCalendar } from "../people/index.ts";
import { answersOf } from "./act-on-leads.ts";
import { actingAgain } from "./acting-again.ts";
import { assignLeads } from "./assign-leads.ts";
import { chooseLeadsBehind, countChosenLeads } from "./queries/choose-leads.ts";
import type { LeadLists } from "./shapes/lead-neighbours.ts";
import { refuseInactive } from "./refuse-inactive.ts";

/** A batch takes about a second: that is how long a single lead may have to wait for its lock. */
const BATCH_LEADS = 1000;

const ASSIGN_BATCH = operationKind("lead.assign_batch");

/** Assigning of more leads than one operation should hold. Each batch asks for the rights of whoever began it anew. */
export const assignManyLeads = (lists: LeadLists) =>
  defineLongOperation({
    name: "leads.assign",
    batchKind: ASSIGN_BATCH,
    request: z.object({ filter: RuleGroup, search: z.string(), toId: z.uuid(), note: z.string().nullable() }),
    position: z.object({ after: z.uuid().nullable() }),
    async batch(context, { request, position: { after } }) {
      const acting = await actingAgain(context);
      const { toId, note, ...choice } = request;
      const calendar = await companyCalendar(context);
      const ids = await chooseLeadsBehind(acting, { choice, after, limit: BATCH_LEADS }, calendar, lists);
      const results = await assignLeads(acting, ids, { toId, note });
      const assigned = results.filter(({ outcome }) => outcome === "moved").length;
      return {
        position: { after: ids.at(-1) ?? after },
        done: ids.length,
        counts: { assigned, refused: ids.length - assigned },
        isLast: ids.length < BATCH_LEADS,
      };
    },
  });

/** Assigns the leads that were named, or all that a filter chooses: at once, or in the background when they are many. */
export async function assignChosen(
  context: Acting,
  { choice, toId, note }: BodyOf<typeof leads.assign>,
  lists: LeadLists,
): Promise<ResponseOf<typeof leads.assign>> {
  if ("leadIds" in choice) return atOnce(context, choice.leadIds, { toId, note });
  refuseInactive(context.viewer, toId);
  const calendar = await companyCalendar(context);
  const total = await countChosenLeads(context, choice, calendar, lists);
  if (total <= MAX_ROWS_AT_ONCE) {
    const ids = await chooseLeadsBehind(context, { choice, after: null, limit: MAX_ROWS_AT_ONCE }, calendar, lists);
    return atOnce(context, ids, { toId, note });
  }
  const longOperationId = await beginLongOperation(context, assignManyLeads(lists), {
    request: { ...choice, toId, note },
    position: { after: null },
    total,
  });
  return { moved: [], refused: [], longOperationId };
}

async function atOnce(
  context: Acting,
  leadIds: readonly string[],
  asked: Parameters<typeof assignLeads>[2],
): Promise<ResponseOf<typeof leads.assign>> {
  return { ...answersOf(context.viewer, await assignLeads(context, leadIds, asked)), longOperationId: null };
}
