import type { Viewer } from "../../platform/access/viewer.ts";
import { isAtABrowser, mayEditCompany } from "../people/index.ts";

/** Whoever may say what the company is may begin one of their own; a program may not, it would lock itself out. */
export const mayReplaceDemo = (viewer: Viewer): boolean => isAtABrowser(viewer) && mayEditCompany(viewer);
