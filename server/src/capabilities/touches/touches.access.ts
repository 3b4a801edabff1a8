import { may } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { CONTACT } from "../contacts/index.ts";

/** A touch belongs to the person who did it: whoever may read contacts reads the touches of those contacts. */
export const mayReadTouches = (viewer: Viewer): boolean => may(viewer, CONTACT, "read");
