import { accessObject } from "../../platform/access/access-object.ts";
import { may } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";

/** Who is asked about companies, as settings; `run`: asking about many accounts at once. */
export const ENRICHMENT_SOURCE = accessObject("enrichment_source", { actions: ["edit", "run"] });

export const mayEditSources = (viewer: Viewer): boolean => may(viewer, ENRICHMENT_SOURCE, "edit");

export const mayFillMany = (viewer: Viewer): boolean => may(viewer, ENRICHMENT_SOURCE, "run");

export const mayLookAtSources = (viewer: Viewer): boolean => mayEditSources(viewer) || mayFillMany(viewer);
