/** Touches: what customers did towards us. This file is all that other capabilities may import. */
import { HOMED_AT_CONTACT, contactHomes } from "../contacts/index.ts";
import "./touches.audit.ts";
export { exportedTouches } from "./exported-touches.ts";
export { touchesRoutes } from "./touches.routes.ts";
export { EARLIEST_TOUCH, isTouchTime, prepareTouchMonths, recordTouches } from "./record-touches.ts";
export type { TouchDraft, TouchKind } from "./record-touches.ts";

contactHomes.add({
  what: "campaigns",
  table: { table: "campaign_member", columns: HOMED_AT_CONTACT, once: { columns: ["campaign_id"] } },
});
