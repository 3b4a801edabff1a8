import type { FiguresOf } from "@tongzhou/contract/insights";
import { accessObject } from "../../platform/access/access-object.ts";
import type { AccessObject } from "../../platform/access/access-object.ts";
import { fieldReach } from "../../platform/access/field-access.ts";
import { includes } from "../../platform/access/reach.ts";
import { may, reachOf } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { CAMPAIGN } from "../campaigns/index.ts";
import { LEAD } from "../leads/index.ts";
import { OPPORTUNITY } from "../opportunities/index.ts";

export const SALES_TARGET = accessObject("sales_target", { actions: ["edit", "figures"] });

/**
 * By which right figures of an object count its records: with the grant `figures` the same numbers as everybody who has it,
 * without it only what the viewer may read (R-ACC-5).
 */
export const figuresAction = (viewer: Viewer, object: AccessObject): "figures" | "read" =>
  may(viewer, object, "figures") ? "figures" : "read";

/** Whose records a page of these objects counts for this viewer; the page says so. */
export const figuresOf = (viewer: Viewer, ...objects: AccessObject[]): FiguresOf =>
  objects.every((object) => reachOf(viewer, object, figuresAction(viewer, object)).kind === "everything")
    ? "everybody"
    : "within_rights";

/**
 * Whether what is won by these teams lies wholly within the viewer's figures; null is the whole company. Only the whole may
 * be set against a target or a cost, which are whole themselves.
 */
export function wonOf(viewer: Viewer, teamIds: readonly string[] | null): FiguresOf {
  if (teamIds === null) return figuresOf(viewer, OPPORTUNITY);
  const owners = teamIds.flatMap((teamId) => viewer.snapshot.peopleIn(teamId).map(({ id }) => id));
  const theirs = {
    kind: "some",
    ownerIds: new Set(owners),
    poolIds: new Set<string>(),
    teamIds: new Set<string>(),
    holderIds: new Set<string>(),
    lookerIds: new Set<string>(),
  } as const;
  return includes(reachOf(viewer, OPPORTUNITY, figuresAction(viewer, OPPORTUNITY)), theirs)
    ? "everybody"
    : "within_rights";
}

export const mayReadFunnel = (viewer: Viewer): boolean => may(viewer, LEAD, "figures") || may(viewer, LEAD, "read");

/**
 * Revenue is made of amounts: only who may read the amount of every deal that the page counts for them. An SDR has figures of
 * the team, but amounts do not exist for them.
 */
export function mayReadRevenue(viewer: Viewer): boolean {
  const counted = reachOf(viewer, OPPORTUNITY, figuresAction(viewer, OPPORTUNITY));
  if (counted.kind === "nothing" || !may(viewer, CAMPAIGN, "read")) return false;
  return includes(fieldReach(viewer, OPPORTUNITY, "amount", "read"), counted);
}

export const mayReadTargets = (viewer: Viewer): boolean => mayReadRevenue(viewer) && mayReadFunnel(viewer);

export const mayEditTargets = (viewer: Viewer): boolean => may(viewer, SALES_TARGET, "edit");
