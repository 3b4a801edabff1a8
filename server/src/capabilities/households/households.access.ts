import { may } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { ACCOUNT } from "../accounts/index.ts";
import { mayEditContacts, mayReadContacts } from "../contacts/index.ts";

/** A household is an account and its people are contacts: who sees or changes it needs the rights on both. */
export const mayReadHouseholds = (viewer: Viewer): boolean => may(viewer, ACCOUNT, "read") && mayReadContacts(viewer);

export const mayCreateHouseholds = (viewer: Viewer): boolean =>
  may(viewer, ACCOUNT, "create") && mayEditContacts(viewer);

export const mayEditHouseholds = (viewer: Viewer): boolean => may(viewer, ACCOUNT, "edit") && mayEditContacts(viewer);
