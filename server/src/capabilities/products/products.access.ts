import { accessObject } from "../../platform/access/access-object.ts";
import { may } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";

export const PRODUCT_LINE = accessObject("product_line", { actions: ["edit"] });

/** What is sold is no secret among colleagues. */
export const mayReadProductLines = (_viewer: Viewer): boolean => true;

export const mayEditProductLines = (viewer: Viewer): boolean => may(viewer, PRODUCT_LINE, "edit");
