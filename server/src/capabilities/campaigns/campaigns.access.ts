import { accessObject } from "../../platform/access/access-object.ts";
import { covers } from "../../platform/access/reach.ts";
import { may, reachOf } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";

export const CAMPAIGN = accessObject("campaign", {
  actions: ["read", "create", "edit", "export", "delete", "figures"],
  belonging: { owner: "owner_id" },
});

export const mayReadCampaigns = (viewer: Viewer): boolean => may(viewer, CAMPAIGN, "read");

export const mayCreateCampaigns = (viewer: Viewer): boolean => may(viewer, CAMPAIGN, "create");

export const mayEditCampaigns = (viewer: Viewer): boolean => may(viewer, CAMPAIGN, "edit");

export const mayDeleteCampaigns = (viewer: Viewer): boolean => may(viewer, CAMPAIGN, "delete");

/** Whether they may do it with a campaign of this owner. */
export const mayWithCampaign = (
  viewer: Viewer,
  action: "create" | "edit" | "delete",
  ownerId: string | null,
): boolean => covers(reachOf(viewer, CAMPAIGN, action), { ownerIds: [ownerId] });
