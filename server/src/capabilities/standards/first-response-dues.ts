import type { GradeCell } from "@tongzhou/contract/lead-standard";
import type { ReadContext } from "../../platform/ledger/context.ts";
import { firstResponseDue } from "./domain/first-response-due.ts";
import type { FirstResponseDue } from "./domain/first-response-due.ts";
import { responseTime } from "./domain/response-time.ts";
import { OFFICE_WEEK } from "./domain/working-time.ts";
import { findClockedLeads } from "./queries/find-clocked-leads.ts";
import { readProductPaths } from "./queries/read-product-paths.ts";
import { readRuleContext } from "./queries/read-rule-context.ts";
import { findInForce } from "./queries/standard-rows.ts";
import { workCalendar } from "./work-calendar.ts";

/** The cell of a lead that nobody has judged: it waits like the coldest. */
const UNJUDGED: GradeCell = "D4";

export interface LeadDue extends FirstResponseDue {
  readonly leadId: string;
}

/**
 * By when the owners of assigned leads must answer (R-LEAD-3): the time of the lead's cell and product line by the standard
 * in force, counted in working time since the assignment.
 * @returns those of the leads that are assigned and whose clock runs; none while no standard is in force.
 */
export async function firstResponseDues(
  context: Pick<ReadContext, "tx" | "now">,
  leadIds: readonly string[],
): Promise<LeadDue[]> {
  const standard = await findInForce(context);
  if (!standard) return [];
  const leads = await findClockedLeads(context, leadIds);
  const pathOf = await readProductPaths(context);
  const { timeZone } = await readRuleContext(context, []);
  const calendar = workCalendar(timeZone);
  return leads.map(({ leadId, cell, productLineId, startedAt }) => {
    const time = responseTime(standard.content, cell ?? UNJUDGED, pathOf(productLineId));
    return { leadId, ...firstResponseDue(startedAt.getTime(), time, OFFICE_WEEK, calendar) };
  });
}
