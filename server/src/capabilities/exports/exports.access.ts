import { covers } from "../../platform/access/reach.ts";
import type { Reach } from "../../platform/access/reach.ts";
import { may, reachOf } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import type { ExportSource } from "../../platform/lists/export-source.ts";

/** Whether they may take any records of this kind out of the house, and read any of them. */
export const mayExport = (viewer: Viewer, { object }: ExportSource): boolean =>
  may(viewer, object, "export") && may(viewer, object, "read");

/** One's own exports need no grant to be seen. */
export const mayFollowOwnExports = (_viewer: Viewer): boolean => true;

/** Whose exports they may see besides their own: an export is an operation like others. */
export const exportersSeen = (viewer: Viewer): Reach => reachOf(viewer, "operation", "read");

export const maySeeExportOf = (viewer: Viewer, personId: string): boolean =>
  personId === viewer.personId || covers(exportersSeen(viewer), { ownerIds: [personId] });
