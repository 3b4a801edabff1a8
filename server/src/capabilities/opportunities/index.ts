/** Opportunities: possible sales, by types whose stages are data. All that others may import. */
import { HOMED_AT_ACCOUNT, accountHomes, accountRemoval } from "../accounts/index.ts";
import { HOMED_AT_CONTACT, contactHomes, contactRemoval } from "../contacts/index.ts";
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import "./opportunities.audit.ts";

export { bulkOpportunities } from "./queries/bulk-opportunities.ts";
export { exportedOpportunities } from "./exported-opportunities.ts";
export { CONVERT_LEAD, convertLeads } from "./convert-leads.ts";
export type { Conversion, ConversionResult } from "./convert-leads.ts";
export { CREATE_OPPORTUNITY, createOpportunity } from "./create-opportunity.ts";
export { EDIT_OPPORTUNITY, editOpportunity } from "./edit-opportunity.ts";
export { GIVE_OPPORTUNITY, giveOpportunities } from "./give-opportunities.ts";
export { LOSE_OPPORTUNITY, loseOpportunities } from "./lose-opportunities.ts";
export { MOVE_OPPORTUNITY, moveStage } from "./move-stage.ts";
export {
  OPPORTUNITY,
  mayReadOpportunities,
  maySumAmounts,
  mayWithOpportunity,
  opportunityFollowing,
} from "./opportunities.access.ts";
export { opportunityFieldList } from "./opportunities.fields.ts";
export { opportunitiesRoutes } from "./opportunities.routes.ts";
export { opportunitiesOfLeads } from "./opportunities-of-leads.ts";
export type { OpportunityNeighbours } from "./lose-opportunities.ts";
export { findTypes as findOpportunityTypes } from "./queries/opportunity-type-rows.ts";
export { opportunityList } from "./queries/opportunity-list.ts";
export { planNextStep } from "./plan-next-step.ts";
export { presentRow as presentOpportunity } from "./show-opportunity.ts";
export { SET_OPPORTUNITY_CONTACT, setOpportunityContact } from "./set-opportunity-contact.ts";
export { takeOpportunity } from "./take-opportunities.ts";
export { WIN_OPPORTUNITY, winOpportunities } from "./win-opportunities.ts";

export const opportunitiesMessages = { zh, en };
export { heldOpportunities } from "./held-opportunities.ts";

contactHomes.add({
  what: "opportunities",
  table: { table: "opportunity_contact", columns: HOMED_AT_CONTACT, once: { columns: ["opportunity_id"] } },
});
accountHomes.add({ what: "deals", table: { table: "opportunity", columns: HOMED_AT_ACCOUNT } });

contactRemoval.keeps("has_opportunities", { table: "opportunity_contact", column: "contact_id" });
accountRemoval.keeps("has_opportunities", { table: "opportunity", column: "account_id" });
