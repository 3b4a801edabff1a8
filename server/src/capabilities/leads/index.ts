/** Leads: episodes of interest, who holds them, and the one lifecycle. This file is all that other capabilities may import. */
export { moveLeads } from "./move-leads.ts";
export { openLeads } from "./open-leads.ts";
export { lockLeads } from "./queries/lock-leads.ts";
export { readPools } from "./queries/read-pools.ts";
export type { CaptureEntry, CaptureFacts, LeadCapture, LeadOpportunity, OpenedLead } from "./lead-capture.ts";
export type { AssignmentCause, LeadMove, LockedLead, MovedLead, MoveResult, RefusedLead } from "./lead-move-request.ts";
export type { ActingPerson, CellDestination, GivenReason, LeadEvent } from "./domain/lead-event.ts";
export type { LeadEffect } from "./domain/lead-move.ts";
export type { LeadState } from "./domain/lead-state.ts";
