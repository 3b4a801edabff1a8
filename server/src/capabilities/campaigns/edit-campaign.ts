import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotAllowed } from "../../platform/problems/refusal.ts";
import { sortKey } from "../../platform/text/sort-key.ts";
import { mayWithCampaign } from "./campaigns.access.ts";
import { updateCampaign } from "./campaigns.queries.ts";
import type { CampaignFacts } from "./campaigns.queries.ts";
import { refuseBackwards } from "./refuse-backwards.ts";
import { refuseIncomplete } from "./refuse-incomplete.ts";
import { takeCampaign } from "./take-campaigns.ts";

export const EDIT_CAMPAIGN = operationKind("campaign.edit");

export type CampaignEdit = { readonly [Field in keyof CampaignFacts]?: FieldChange<CampaignFacts[Field]> | undefined };

/**
 * Changes facts of a campaign. One that has started keeps everything that starting demanded.
 * @throws NotFound; NotAllowed, also for giving it to an owner out of reach; Conflict `changed_meanwhile`; Refused
 * `campaign_incomplete`, `campaign_ends_before_start`.
 */
export async function editCampaign(context: Acting, id: string, edit: CampaignEdit): Promise<void> {
  const { status, facts } = await takeCampaign(context, id, "edit");
  const changed = await takeChanges(context, { table: "campaign", id }, facts, edit);
  const after = { ...facts, ...changed };
  if (changed.ownerId !== undefined && !mayWithCampaign(context.viewer, "edit", changed.ownerId)) {
    throw new NotAllowed();
  }
  refuseBackwards(after);
  if (status !== "draft") refuseIncomplete(after);
  await updateCampaign(context, id, {
    ...changed,
    ...(changed.name === undefined ? {} : { nameSort: sortKey(changed.name, "text") }),
  });
  await context.emit("campaign.edited", [id]);
}
