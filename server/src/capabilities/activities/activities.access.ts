import { ACTIVITY_OBJECTS } from "@tongzhou/contract/activities";
import type { ActivityObject } from "@tongzhou/contract/activities";
import { looksAtSome, may } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";

/** Whoever may edit records of the kind at all; whether this very record, the statement decides (R-ACC-1: who follows writes). */
export const mayLogOn = (viewer: Viewer, object: ActivityObject): boolean =>
  may(viewer, object, "edit") || (object === "opportunity" && looksAtSome(viewer, object));

/** Whoever may log anything has next steps of their own. */
export const mayHaveFollowUps = (viewer: Viewer): boolean =>
  ACTIVITY_OBJECTS.some((object) => mayLogOn(viewer, object));
