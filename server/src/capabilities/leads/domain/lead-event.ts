import type { RejectEffect } from "@tongzhou/contract/lead-stages";
import type { LeadState } from "./lead-state.ts";

/** Who acts. Whether they may act for the present holder (their manager, an admin) is answered by access, not here. */
export interface ActingPerson {
  readonly personId: string;
  readonly mayActForHolder: boolean;
}

/** A reason of the standard in force: its code and what it does. */
export interface GivenReason {
  readonly code: string;
  readonly effect: RejectEffect;
}

/** Where a cell of the standard's matrix sends a lead; `hold` is 不跟进. */
export type CellDestination = "mql" | "qualify" | "nurture" | "hold";

/**
 * Everything that can happen to a lead that exists, with what the table needs to know about it. Instants
 * are milliseconds since 1970; ids of people are person ids.
 */
export interface LeadEvents {
  /** Rows 2–2c and 16. `cause`: capture, a new touch, the passing of time, or a standard that came into force. */
  judged: { destination: CellDestination; cause: "capture" | "touch" | "decay" | "standard" };
  /** Rows 16 and 16a, before judging. `wakes`: what the standard in force says about the lead's reason. */
  touched: { wakes: boolean; openLeadExists: boolean };
  /** Row 3. */
  taken: { personId: string };
  given_back: { by: ActingPerson };
  /** Row 4; `repId` when the SDR names a rep. */
  passed_on: { by: ActingPerson; repId: string | null };
  /** Row 5. */
  parked: { by: ActingPerson; until: number; now: number };
  park_over: { now: number };
  /** Rows 6 and 6a. */
  routed: { to: { kind: "rep"; repId: string } | { kind: "sdr" | "nurture" | "nobody" } };
  /** Row 7. */
  accepted: { by: ActingPerson };
  /** Rows 8–8c from `assigned`, row 12 from `sql`. `otherRecordId` is named with a duplicate. */
  declined: { by: ActingPerson; reason: GivenReason; otherRecordId: string | null };
  /** Row 9: the time to answer is over. */
  answer_overdue: Record<never, never>;
  /** Row 9a: so is the time to reassign; the next by the rules, null when nobody is left. */
  reassign_overdue: { nextRepId: string | null };
  /** Row 10; giving it to oneself is taking it. */
  given: { byId: string; toId: string };
  /** Row 11. */
  converted: { by: ActingPerson; opportunityOwnerId: string; accountConfirmed: boolean };
  /** Row 11: a converted lead follows the owner of its opportunity. */
  opportunity_given: { ownerId: string };
  /** Row 13. */
  idle: { destination: "public" | "nurture"; teamId: string | null };
  /** Row 13a. */
  claimed: { personId: string };
  /** Row 14, for the lead that is less far along. */
  merged_away: { intoLeadId: string };
  /** Row 14 reversed; `before` is what the lead was. */
  unmerged: { before: LeadState };
  /** Row 15. */
  opportunity_lost: { destination: "nurture" | "public"; teamId: string | null; openLeadExists: boolean };
  /** Row 17. */
  disqualified: { by: ActingPerson; reason: string };
  /** Row 18. */
  owner_left: { successorId: string | null };
}

export type LeadEventKind = keyof LeadEvents;

/** One event. The mapped form keeps kind and content together, so that the table can be looked up by kind. */
export type LeadEvent<K extends LeadEventKind = LeadEventKind> = {
  [P in K]: { readonly kind: P } & Readonly<LeadEvents[P]>;
}[K];
