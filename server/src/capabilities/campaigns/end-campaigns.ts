import { requireCompany } from "../people/index.ts";
import type { Acting } from "../../platform/access/acting.ts";
import { dayAt } from "../../platform/time/start-of-day.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { setEnded } from "./campaigns.queries.ts";
import { takeCampaigns } from "./take-campaigns.ts";

export const END_CAMPAIGN = operationKind("campaign.end");

/**
 * Ends running campaigns; what they brought goes on counting.
 * @throws NotFound; NotAllowed; Refused `campaign_not_running`; then none is ended.
 */
export async function endCampaigns(context: Acting, ids: readonly string[]): Promise<void> {
  for (const { status, facts } of await takeCampaigns(context, ids, "edit")) {
    if (status !== "running") throw new Refused("campaign_not_running", { name: facts.name });
  }
  const { timeZone } = await requireCompany(context);
  await setEnded(context, ids, dayAt(context.now, timeZone));
  await context.emit("campaign.ended", ids);
}
