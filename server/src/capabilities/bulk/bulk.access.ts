import type { FieldObject } from "@tongzhou/contract/fields";
import { may } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import type { BulkNeighbours } from "./work-of.ts";

/** Whether there is any record of this kind that the viewer may change so. */
export const mayChangeMany = (
  viewer: Viewer,
  action: "edit" | "delete",
  object: FieldObject,
  { sources }: BulkNeighbours,
): boolean => may(viewer, sources[object].access, action);

/** Whether they may invite anybody to any campaign. */
export const mayInviteMany = (viewer: Viewer, { sources }: BulkNeighbours): boolean =>
  may(viewer, sources.contact.access, "read") && may(viewer, sources.campaign.access, "edit");
