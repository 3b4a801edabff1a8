import { accessObject } from "../../platform/access/access-object.ts";
import { Following } from "../../platform/access/following.ts";
import { may } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";

/** Who follows accounts besides their owners: by open leads and opportunities. Those capabilities add their rules here. */
export const accountFollowing = new Following();

export const ACCOUNT = accessObject("account", {
  actions: ["read", "create", "edit", "assign", "export", "delete"],
  belonging: { owner: "owner_id", related: accountFollowing.related, relatedIds: accountFollowing.relatedIds },
  territories: true,
});

export const mayReadAccounts = (viewer: Viewer): boolean => may(viewer, ACCOUNT, "read");

export const mayCreateAccounts = (viewer: Viewer): boolean => may(viewer, ACCOUNT, "create");

export const mayEditAccounts = (viewer: Viewer): boolean => may(viewer, ACCOUNT, "edit");

export const mayAssignAccounts = (viewer: Viewer): boolean => may(viewer, ACCOUNT, "assign");
