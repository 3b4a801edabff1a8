import type { Viewer } from "../../platform/access/viewer.ts";

/** What one was told is one's own; every statement asks for the viewer's. */
export const mayReadOwnNotifications = (_viewer: Viewer): boolean => true;
