import type { Viewer } from "../../platform/access/viewer.ts";

/** Everybody may search; what is found is only what they may read. */
export const maySearch = (_viewer: Viewer): boolean => true;
