import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { insertCosts } from "./campaigns.queries.ts";
import type { CostFacts } from "./campaigns.queries.ts";
import { takeCampaigns } from "./take-campaigns.ts";

export const RECORD_COST = operationKind("campaign.record_cost");

export interface NewCost extends CostFacts {
  readonly campaignId: string;
}

/**
 * Records what campaigns cost, as it occurred, in the campaign's currency (R-CAMP-2).
 * @throws NotFound; NotAllowed; then none is recorded.
 */
export async function recordCosts(context: Acting, costs: readonly NewCost[]): Promise<void> {
  const ids = [...new Set(costs.map(({ campaignId }) => campaignId))];
  const campaigns = await takeCampaigns(context, ids, "edit");
  const currencies = new Map(campaigns.map(({ id, currency }) => [id, currency]));
  await insertCosts(
    context,
    costs.map((cost) => ({ ...cost, currency: currencies.get(cost.campaignId) ?? "" })),
  );
  await context.emit("campaign.edited", ids);
}
