import { accessObject } from "../../platform/access/access-object.ts";
import { covers } from "../../platform/access/reach.ts";
import { reachOf } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";

/** Views of others; one's own need no grant. */
export const SAVED_VIEW = accessObject("saved_view", { actions: ["edit"], belonging: { owner: "owner_id" } });

/** Everybody has views of their own, and sees what is shared with them. */
export const mayKeepViews = (_viewer: Viewer): boolean => true;

/** One's own, or with the grant those of others. Shipped ones are the same for everybody. */
export const mayEditView = (
  viewer: Viewer,
  view: { readonly ownerId: string | null; readonly shipped: boolean },
): boolean =>
  !view.shipped &&
  (view.ownerId === viewer.personId || covers(reachOf(viewer, SAVED_VIEW, "edit"), { ownerIds: [view.ownerId] }));
