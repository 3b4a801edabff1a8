import { covers } from "../../platform/access/reach.ts";
import { reachOf } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { ACCOUNT } from "./accounts.access.ts";
import type { StoredAccount } from "./queries/account-rows.ts";

/** Whether the viewer may edit an account that they read. */
export const mayEditAccount = (
  viewer: Viewer,
  { held, ownerId, mergedIntoId }: Pick<StoredAccount, "held" | "ownerId" | "mergedIntoId">,
): boolean =>
  mergedIntoId === null && covers(reachOf(viewer, ACCOUNT, "edit"), { ...held, ownerIds: [...held.ownerIds, ownerId] });
