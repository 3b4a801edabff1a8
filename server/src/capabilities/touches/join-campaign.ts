import type { Viewing } from "../../platform/access/acting.ts";
import { covers } from "../../platform/access/reach.ts";
import { reachOf } from "../../platform/access/viewer.ts";
import type { BulkWork } from "../../platform/lists/bulk-work.ts";
import { NotAllowed, NotFound, Refused } from "../../platform/problems/refusal.ts";
import { CAMPAIGN } from "../campaigns/index.ts";
import { alreadyMember, findJoinedCampaign, insertMembers } from "./queries/member-rows.ts";

/**
 * The work of inviting contacts of a list to a campaign: whom the viewer sees may be invited, by whoever may edit the
 * campaign. Inviting writes no touch: nobody did anything yet.
 * @throws NotFound; NotAllowed; Refused `campaign_over` for one that has ended.
 */
export async function joinCampaign(viewing: Viewing, alias: string, campaignId: string): Promise<BulkWork> {
  const campaign = await findJoinedCampaign(viewing, campaignId);
  if (!campaign || !covers(reachOf(viewing.viewer, CAMPAIGN, "read"), { ownerIds: [campaign.ownerId] }))
    throw new NotFound();
  if (!covers(reachOf(viewing.viewer, CAMPAIGN, "edit"), { ownerIds: [campaign.ownerId] })) throw new NotAllowed();
  if (campaign.status === "ended") throw new Refused("campaign_over", { name: campaign.name });
  return {
    stays: [alreadyMember(campaignId, alias)],
    apply: (context, ids) => insertMembers(context, campaignId, ids),
  };
}
