import type { Acting } from "../../platform/access/acting.ts";
import { removeRecordValues } from "../../platform/custom-fields/record-values.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { deleteCampaign } from "./campaigns.queries.ts";
import { takeCampaign } from "./take-campaigns.ts";

export const REMOVE_DRAFT = operationKind("campaign.remove");

/**
 * Deletes a draft with its costs. What members, touches or leads refer to stays: the database refuses (`still_in_use`).
 * @throws NotFound; NotAllowed; Refused `campaign_not_draft`.
 */
export async function removeDraft(context: Acting, id: string): Promise<void> {
  const { status, facts } = await takeCampaign(context, id, "delete");
  if (status !== "draft") throw new Refused("campaign_not_draft", { name: facts.name });
  await removeRecordValues(context, "campaign", [id]);
  await deleteCampaign(context, id);
  await context.emit("campaign.removed", [id]);
}
