import { accessObject } from "../../platform/access/access-object.ts";
import { may } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";

/** Requests of people about what is held of them. Whoever answers them answers for the whole house, whoever follows somebody. */
export const PRIVACY_REQUEST = accessObject("privacy_request", { actions: ["read", "edit"] });

export const mayReadPrivacyRequests = (viewer: Viewer): boolean => may(viewer, PRIVACY_REQUEST, "read");

export const mayAnswerPrivacyRequests = (viewer: Viewer): boolean => may(viewer, PRIVACY_REQUEST, "edit");
