import type { ReadContext } from "../../platform/ledger/context.ts";
import type { LeadOpportunity } from "../leads/index.ts";
import { readOpportunitiesOfLeads } from "./queries/opportunity-rows.ts";

/** What became of converted leads, for whoever captures (R-LEAD-6): a running or won opportunity before a lost one. */
export async function opportunitiesOfLeads(
  context: Pick<ReadContext, "tx">,
  leadIds: readonly string[],
): Promise<ReadonlyMap<string, LeadOpportunity>> {
  const rows = await readOpportunitiesOfLeads(context, leadIds);
  return new Map(rows.map(({ leadId, ownerId, outcome }) => [leadId, { ownerId, state: outcome ?? "running" }]));
}
