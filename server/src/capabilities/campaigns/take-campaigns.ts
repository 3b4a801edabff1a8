import type { Acting } from "../../platform/access/acting.ts";
import { NotAllowed, NotFound } from "../../platform/problems/refusal.ts";
import { mayWithCampaign } from "./campaigns.access.ts";
import { lockCampaigns } from "./campaigns.queries.ts";
import type { LockedCampaign } from "./campaigns.queries.ts";

/**
 * Locks campaigns for an act of somebody.
 * @throws NotFound when one does not exist, NotAllowed when one is not theirs to change.
 */
export async function takeCampaigns(
  context: Acting,
  ids: readonly string[],
  action: "edit" | "delete",
): Promise<LockedCampaign[]> {
  const campaigns = await lockCampaigns(context, ids);
  if (campaigns.length < new Set(ids).size) throw new NotFound();
  if (campaigns.some(({ facts }) => !mayWithCampaign(context.viewer, action, facts.ownerId))) throw new NotAllowed();
  return campaigns;
}

/** The same for one. */
export async function takeCampaign(context: Acting, id: string, action: "edit" | "delete"): Promise<LockedCampaign> {
  const [campaign] = await takeCampaigns(context, [id], action);
  if (!campaign) throw new NotFound();
  return campaign;
}
