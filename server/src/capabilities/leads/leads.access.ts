import { accessObject } from "../../platform/access/access-object.ts";
import { covers } from "../../platform/access/reach.ts";
import type { Held } from "../../platform/access/reach.ts";
import { may, reachOf } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import type { ActingPerson } from "./domain/lead-event.ts";
import { ownerOf } from "./domain/lead-state.ts";
import type { LockedLead } from "./shapes/lead-move-request.ts";

export const LEAD = accessObject("lead", {
  actions: ["read", "create", "edit", "assign", "claim", "export", "delete", "figures"],
  belonging: { owner: "owner_id", pool: "pool_id" },
});

/** The pools themselves, as settings; who may take from one is a matter of leads. */
export const POOL = accessObject("pool", { actions: ["read", "edit"] });

export type LeadAction = "read" | "edit" | "assign" | "claim";

export const mayReadLeads = (viewer: Viewer): boolean => may(viewer, LEAD, "read");

export const mayEditLeads = (viewer: Viewer): boolean => may(viewer, LEAD, "edit");

export const mayAssignLeads = (viewer: Viewer): boolean => may(viewer, LEAD, "assign");

export const mayClaimLeads = (viewer: Viewer): boolean => may(viewer, LEAD, "claim");

/** Whose a lead is, for its rights. */
export const heldBy = ({ state, poolId }: LockedLead): Held => ({
  ownerIds: [ownerOf(state.holder)],
  poolIds: [poolId],
});

/** Whether they may do this with the lead of this holder. */
export const mayWithLead = (viewer: Viewer, action: LeadAction, held: Held): boolean =>
  covers(reachOf(viewer, LEAD, action), held);

/** Whether they may hand over what this person holds. */
export const mayHandOverFrom = (viewer: Viewer, personId: string): boolean =>
  covers(reachOf(viewer, LEAD, "assign"), { ownerIds: [personId] });

/** The viewer as the lead table sees who acts: whoever may assign a lead may also act for its holder. */
export const asActingPerson = (viewer: Viewer, lead: LockedLead): ActingPerson => ({
  personId: viewer.personId,
  mayActForHolder: mayWithLead(viewer, "assign", heldBy(lead)),
});

/**
 * Whether the viewer may be told of a lead that is no longer theirs: those who may read it, who had it in this cycle, and
 * for a claim that came second the colleagues of whoever was first.
 */
export function mayKnowOf(viewer: Viewer, lead: LockedLead, action: LeadAction): boolean {
  if (mayWithLead(viewer, "read", heldBy(lead)) || lead.state.hadBy.includes(viewer.personId)) return true;
  const owner = viewer.snapshot.people.get(ownerOf(lead.state.holder) ?? "");
  const teamId = owner?.teamId ?? null;
  return action === "claim" && teamId !== null && teamId === viewer.person.teamId;
}
