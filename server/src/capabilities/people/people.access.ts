import { accessObject } from "../../platform/access/access-object.ts";
import { covers } from "../../platform/access/reach.ts";
import { may, reachOf } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";

export const PERSON = accessObject("person", { actions: ["edit"], belonging: { owner: "id", team: "team_id" } });
export const TEAM = accessObject("team", { actions: ["edit"] });
export const ROLE = accessObject("role", { actions: ["edit"] });
export const COMPANY = accessObject("company", { actions: ["edit"] });
export const SECURITY_EVENT = accessObject("security_event", { actions: ["read"] });
export const METRICS = accessObject("metrics", { actions: ["read"] });

/** Names, teams and roles of colleagues are no secret, nor is what a role may do. */
export const isSignedIn = (_viewer: Viewer): boolean => true;

/** Passwords, sessions and keys are a person's own matter; a key may not make another key or lock its person out. */
export const isAtABrowser = (viewer: Viewer): boolean => !viewer.isKey;

export const mayCreatePeople = (viewer: Viewer): boolean => mayEditPeople(viewer) && mayGiveRoles(viewer);

export const mayEditPeople = (viewer: Viewer): boolean => may(viewer, PERSON, "edit");

export const mayEditEverybody = (viewer: Viewer): boolean => reachOf(viewer, PERSON, "edit").kind === "everything";

/** Whether they may edit somebody who sits in this team. */
export const mayEditPerson = (
  viewer: Viewer,
  person: { readonly id: string; readonly teamId: string | null },
): boolean => covers(reachOf(viewer, PERSON, "edit"), { ownerIds: [person.id], teamIds: [person.teamId] });

/** Roles, addresses and passwords of others open every door that those others may open. */
export const mayGiveRoles = (viewer: Viewer): boolean => !viewer.isKey && may(viewer, ROLE, "edit");

export const mayEditTeams = (viewer: Viewer): boolean => may(viewer, TEAM, "edit");

export const mayEditCompany = (viewer: Viewer): boolean => may(viewer, COMPANY, "edit");

export const mayReadSecurityEvents = (viewer: Viewer): boolean => may(viewer, SECURITY_EVENT, "read");
