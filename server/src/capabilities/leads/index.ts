/** Leads: episodes of interest, who holds them, and the one lifecycle. This file is all that other capabilities may import. */
import { campaignRemoval } from "../campaigns/index.ts";
import { HOMED_AT_ACCOUNT, accountFollowing, accountHomes, accountRemoval } from "../accounts/index.ts";
import { contactFollowing, contactHomes, contactRemoval } from "../contacts/index.ts";
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import { homedLeads } from "./homed-leads.ts";
import { accountByLead, byTheSdrPool, contactByLead } from "./queries/follow-by-leads.ts";
import "./leads.audit.ts";

export { ACCEPT_LEADS, acceptLeads } from "./accept-leads.ts";
export { DECLINE_LEADS, declineLeads } from "./decline-leads.ts";
export { DISQUALIFY_LEADS, disqualifyLeads } from "./disqualify-leads.ts";
export { PARK_LEADS, parkLeads } from "./park-leads.ts";
export { PASS_ON_LEADS, passOnLeads } from "./pass-on-leads.ts";
export { TAKE_LEADS, takeLeads } from "./take-leads.ts";
export { answersOf } from "./act-on-leads.ts";
export { actingAgain } from "./acting-again.ts";
export { admitLeads } from "./admit-leads.ts";
export type { AdmittedLeads } from "./admit-leads.ts";
export { moveLeads } from "./move-leads.ts";
export type { NewbornLeads } from "./shapes/newborn-leads.ts";
export { newbornSource } from "./queries/newborn-source.ts";
export { writeNewborns } from "./write-newborns.ts";
export { openLeads } from "./open-leads.ts";
export { countMeetingLeads } from "./queries/meeting-leads.ts";
export { lockLeads } from "./queries/lock-leads.ts";
export { recordOpportunityEvents } from "./record-opportunity-events.ts";
export type { OpportunityAct, OpportunityLifecycle } from "./record-opportunity-events.ts";
export { readPools } from "./queries/read-pools.ts";
export type { CaptureEntry, CaptureFacts, LeadCapture, LeadOpportunity, OpenedLead } from "./shapes/lead-capture.ts";
export type {
  AssignmentCause,
  LeadMove,
  LockedLead,
  MovedLead,
  MoveResult,
  RefusedLead,
} from "./shapes/lead-move-request.ts";
export type { ActingPerson, CellDestination, GivenReason, LeadEvent } from "./domain/lead-event.ts";
export type { LeadEffect } from "./domain/lead-move.ts";
export type { LeadState } from "./domain/lead-state.ts";

export { LEAD } from "./leads.access.ts";
export { leadFieldList } from "./leads.fields.ts";
export { bulkLeads } from "./queries/bulk-leads.ts";
export { exportedLeads } from "./exported-leads.ts";
export type { ConditionLead } from "./leads.fields.ts";
export type { LeadScorePart } from "./queries/lead-columns.ts";
export { leadList } from "./queries/lead-list.ts";
export { leadLongOperations, leadSubscriptions } from "./leads.jobs.ts";
export { leadsRoutes } from "./leads.routes.ts";
export type { LeadNeighbours } from "./shapes/lead-neighbours.ts";
export { setResponseDue } from "./queries/set-response-due.ts";

contactFollowing.add(contactByLead);
contactFollowing.otherwise(byTheSdrPool);
contactHomes.add(homedLeads());
accountFollowing.add(accountByLead);
accountHomes.add({ what: "leads", table: { table: "lead", columns: HOMED_AT_ACCOUNT } });

export const leadsMessages = { zh, en };

contactRemoval.keeps("has_leads", { table: "lead", column: "contact_id" });
accountRemoval.keeps("has_leads", { table: "lead", column: "account_id" });
campaignRemoval.keeps("has_leads", { table: "lead", column: "campaign_id" });
