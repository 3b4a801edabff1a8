import type { NewLead } from "@tongzhou/contract/capture";
import { covers } from "../../platform/access/reach.ts";
import { may, reachOf } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { LEAD } from "../leads/index.ts";

/** Whether they may bring leads in, and for themselves when they ask for it. */
export const mayCreateLead = (viewer: Viewer, { mine }: Pick<NewLead, "mine">): boolean =>
  mine ? covers(reachOf(viewer, LEAD, "create"), { ownerIds: [viewer.personId] }) : may(viewer, LEAD, "create");

/** Whether they may ask who of what they type is here already: whoever may bring a lead in. */
export const mayRecogniseCustomers = (viewer: Viewer): boolean => may(viewer, LEAD, "create");

/** Whether they may be pointed to a lead that exists: only when they may read it. */
export const mayKnowLead = (
  viewer: Viewer,
  lead: { readonly ownerId: string | null; readonly poolId: string | null },
): boolean => covers(reachOf(viewer, LEAD, "read"), { ownerIds: [lead.ownerId], poolIds: [lead.poolId] });
