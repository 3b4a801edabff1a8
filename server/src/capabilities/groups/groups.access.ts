import { may } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { ACCOUNT } from "../accounts/index.ts";

/** Whoever may read accounts at all; whether this one, the statement decides. */
export const mayReadGroups = (viewer: Viewer): boolean => may(viewer, ACCOUNT, "read");
