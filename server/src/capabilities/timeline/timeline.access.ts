import type { TimelineObject } from "@tongzhou/contract/timeline";
import { may } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";

/** Whoever may read records of the kind at all; whether this very record, the statement decides. */
export const mayReadTimelineOf = (viewer: Viewer, object: TimelineObject): boolean => may(viewer, object, "read");
