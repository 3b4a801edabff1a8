/** Touches: what customers did towards us. This file is all that other capabilities may import. */
import "./touches.audit.ts";
export { touchesRoutes } from "./touches.routes.ts";
export { EARLIEST_TOUCH, isTouchTime, prepareTouchMonths, recordTouches } from "./record-touches.ts";
export type { TouchDraft, TouchKind } from "./record-touches.ts";
