/** Touches: what customers did towards us. This file is all that other capabilities may import. */
import { campaignRemoval } from "../campaigns/index.ts";
import { HOMED_AT_CONTACT, contactHomes, byIdentifier, contactRemoval } from "../contacts/index.ts";
import "./touches.audit.ts";
export { joinCampaign } from "./join-campaign.ts";
export { exportedTouches } from "./exported-touches.ts";
export { touchesRoutes } from "./touches.routes.ts";
export { EARLIEST_TOUCH, isTouchTime, prepareTouchMonths, recordTouches } from "./record-touches.ts";
export type { TouchDraft, TouchKind } from "./record-touches.ts";

contactHomes.add({
  what: "campaigns",
  table: { table: "campaign_member", columns: HOMED_AT_CONTACT, once: { columns: ["campaign_id"] } },
});

contactRemoval
  .keeps("has_touches", byIdentifier("touch", "identifier_id"))
  .keeps("is_member", { table: "campaign_member", column: "contact_id" });
campaignRemoval
  .keeps("has_touches", { table: "touch", column: "campaign_id" })
  .keeps("has_members", { table: "campaign_member", column: "campaign_id" });
