import { accessObject } from "../../platform/access/access-object.ts";
import type { Viewing } from "../../platform/access/acting.ts";
import { may } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { ACCOUNT, mayEditAccounts, mayGiveOnAccount, mayReadAccounts } from "../accounts/index.ts";
import { OPPORTUNITY, mayReadOpportunities } from "../opportunities/index.ts";

/** Who works where decides who sees what: for whoever sets roles. */
export const TERRITORY = accessObject("territory", { actions: ["read", "edit"] });

export const mayReadTerritories = (viewer: Viewer): boolean => may(viewer, TERRITORY, "read");

export const mayEditTerritories = (viewer: Viewer): boolean => may(viewer, TERRITORY, "edit");

export const mayReadRights = mayReadAccounts;

export const mayReadCollaborators = mayReadOpportunities;

/** Whoever may edit accounts at all; whether this very one is theirs to give rights on, the record decides. */
export const mayGiveRights = mayEditAccounts;

export const mayGiveCollaboration = (viewer: Viewer): boolean => may(viewer, OPPORTUNITY, "edit");

/** Credit is agreed by whoever may give a record on. */
export const mayShareAccounts = (viewer: Viewer): boolean => may(viewer, ACCOUNT, "assign");

export const mayShareOpportunities = (viewer: Viewer): boolean => may(viewer, OPPORTUNITY, "assign");

/** Whether the viewer may give rights on this account: it is theirs, or theirs to give on. */
export const mayGiveOn = (viewing: Pick<Viewing, "tx" | "viewer">, accountId: string): Promise<boolean> =>
  mayGiveOnAccount(viewing, accountId);
