import type { StandardSide } from "@tongzhou/contract/standards";
import { accessObject } from "../../platform/access/access-object.ts";
import { may } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";

export const STANDARD = accessObject("standard", { actions: ["read", "edit", "sign_marketing", "sign_sales"] });

export const mayReadStandards = (viewer: Viewer): boolean => may(viewer, STANDARD, "read");

export const mayEditStandards = (viewer: Viewer): boolean => may(viewer, STANDARD, "edit");

/** Signing is an act of a person with the grant of the side; the database adds that the two are two people (R-STD-2). */
export const maySignFor = (viewer: Viewer, side: StandardSide): boolean =>
  !viewer.isKey && may(viewer, STANDARD, `sign_${side}`);
