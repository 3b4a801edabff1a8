import { requireCompany } from "../people/index.ts";
import type { Acting } from "../../platform/access/acting.ts";
import { dayAt } from "../../platform/time/start-of-day.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { setRunning } from "./campaigns.queries.ts";
import { refuseIncomplete } from "./refuse-incomplete.ts";
import { takeCampaigns } from "./take-campaigns.ts";

export const START_CAMPAIGN = operationKind("campaign.start");

/**
 * Starts drafts, today where no day was planned.
 * @throws NotFound; NotAllowed; Refused `campaign_not_draft`, `campaign_incomplete`; then none is started.
 */
export async function startCampaigns(context: Acting, ids: readonly string[]): Promise<void> {
  for (const { status, facts } of await takeCampaigns(context, ids, "edit")) {
    if (status !== "draft") throw new Refused("campaign_not_draft", { name: facts.name });
    refuseIncomplete(facts);
  }
  const { timeZone } = await requireCompany(context);
  await setRunning(context, ids, dayAt(context.now, timeZone));
  await context.emit("campaign.started", ids);
}
