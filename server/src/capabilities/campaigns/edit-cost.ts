import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { deleteCost, lockCost, updateCost } from "./campaigns.queries.ts";
import type { CostFacts } from "./campaigns.queries.ts";
import { takeCampaign } from "./take-campaigns.ts";

export const EDIT_COST = operationKind("campaign.edit_cost");
export const REMOVE_COST = operationKind("campaign.remove_cost");

export interface CostName {
  readonly campaignId: string;
  readonly costId: string;
}

/** Corrects a cost. @throws NotFound; NotAllowed; Conflict `changed_meanwhile`. */
export async function editCost(
  context: Acting,
  { campaignId, costId }: CostName,
  edit: { readonly [Field in keyof CostFacts]?: FieldChange<CostFacts[Field]> | undefined },
): Promise<void> {
  await takeCampaign(context, campaignId, "edit");
  const cost = await lockCost(context, campaignId, costId);
  if (!cost) throw new NotFound();
  await updateCost(context, costId, await takeChanges(context, { table: "campaign_cost", id: costId }, cost, edit));
  await context.emit("campaign.edited", [campaignId]);
}

/** Takes away a cost that was recorded by mistake. @throws NotFound; NotAllowed. */
export async function removeCost(context: Acting, { campaignId, costId }: CostName): Promise<void> {
  await takeCampaign(context, campaignId, "edit");
  if (!(await lockCost(context, campaignId, costId))) throw new NotFound();
  await deleteCost(context, costId);
  await context.emit("campaign.edited", [campaignId]);
}
