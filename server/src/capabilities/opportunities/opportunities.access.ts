import { accessObject } from "../../platform/access/access-object.ts";
import { mayFilterBy } from "../../platform/access/field-access.ts";
import { Following } from "../../platform/access/following.ts";
import { covers } from "../../platform/access/reach.ts";
import { may, reachOf } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { accountFollowing } from "../accounts/index.ts";
import { contactFollowing } from "../contacts/index.ts";
import { followAccountByOpportunity, followContactByOpportunity } from "./queries/follow-by-opportunity.ts";

/** Who sees opportunities besides their owners; the capabilities above add their rules here. */
export const opportunityFollowing = new Following();

export const OPPORTUNITY = accessObject("opportunity", {
  actions: ["read", "create", "edit", "assign", "export", "delete", "figures"],
  belonging: { owner: "owner_id", related: opportunityFollowing.related, relatedIds: opportunityFollowing.relatedIds },
  // A masked amount is not there: any stand-in for a number reads as a number.
  fields: { amount: () => undefined },
});

export const OPPORTUNITY_TYPE = accessObject("opportunity_type", { actions: ["edit"] });

accountFollowing.add(followAccountByOpportunity);
contactFollowing.add(followContactByOpportunity);

export const mayReadOpportunities = (viewer: Viewer): boolean => may(viewer, OPPORTUNITY, "read");

export const mayCreateOpportunities = (viewer: Viewer): boolean => may(viewer, OPPORTUNITY, "create");

export const mayEditOpportunities = (viewer: Viewer): boolean => may(viewer, OPPORTUNITY, "edit");

export const mayGiveOpportunities = (viewer: Viewer): boolean => may(viewer, OPPORTUNITY, "assign");

export const mayEditOpportunityTypes = (viewer: Viewer): boolean => may(viewer, OPPORTUNITY_TYPE, "edit");

/** Sums tell amounts: only who may read every amount of what they see gets them. */
export const maySumAmounts = (viewer: Viewer): boolean => mayFilterBy(viewer, OPPORTUNITY, "amount");

/** Whether they may do it with an opportunity of this owner. */
export const mayWithOpportunity = (
  viewer: Viewer,
  action: "read" | "create" | "edit" | "assign",
  ownerId: string,
): boolean => covers(reachOf(viewer, OPPORTUNITY, action), { ownerIds: [ownerId] });

/** Whether they may answer for a lead that somebody else holds: who may take it from them and give it on. */
export const mayActForLeadHolder = (viewer: Viewer, ownerId: string | null): boolean =>
  covers(reachOf(viewer, "lead", "assign"), { ownerIds: [ownerId] });

/** Whether they may know of a lead held by this owner. */
export const maySeeLeadOf = (viewer: Viewer, ownerId: string): boolean =>
  covers(reachOf(viewer, "lead", "read"), { ownerIds: [ownerId] });
