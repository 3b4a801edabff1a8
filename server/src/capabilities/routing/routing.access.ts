import { accessObject } from "../../platform/access/access-object.ts";
import { may } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";

export const ROUTING = accessObject("routing", { actions: ["read", "edit"] });

export const mayReadRouting = (viewer: Viewer): boolean => may(viewer, ROUTING, "read");

export const mayEditRouting = (viewer: Viewer): boolean => may(viewer, ROUTING, "edit");
