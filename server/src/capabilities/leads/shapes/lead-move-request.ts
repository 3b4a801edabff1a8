import type { LeadRefusal, LeadTableRow } from "@tongzhou/contract/lead-stages";
import type { Sentence } from "@tongzhou/contract/sentence";
import type { LeadEvent } from "../domain/lead-event.ts";
import type { LeadEffect } from "../domain/lead-move.ts";
import type { LeadState } from "../domain/lead-state.ts";

/** A lead under its lock: what it is now and everything the lead table asks of it. */
export interface LockedLead {
  readonly id: string;
  readonly contactId: string;
  /** Where the contact came from before any merge; what is made of the lead has its home there (R-ID-7). */
  readonly homeContactId: string;
  readonly accountId: string | null;
  readonly homeAccountId: string | null;
  readonly productLineId: string | null;
  readonly campaignId: string | null;
  readonly capturedAt: Date;
  /** The pool that holds it; null when it has an owner. */
  readonly poolId: string | null;
  readonly state: LeadState;
  /** The assignment that waits for an answer. */
  readonly openAssignmentId: string | null;
  /** For a closed lead: the open lead of the same contact and product line, which keeps it from opening again. */
  readonly openSiblingId: string | null;
}

/** Why a rep was asked; kept with the assignment, so that rotation and the record can be explained. */
export interface AssignmentCause {
  readonly ruleId: string | null;
  /** The team whose turn it was; the rep's own when not said. */
  readonly teamId?: string | null;
  readonly explanation?: Sentence | null;
}

/** One move that is asked for. */
export interface LeadMove {
  readonly leadId: string;
  /** What happened; as a function where it depends on the lead as it is under its lock. */
  readonly event: LeadEvent | ((lead: LockedLead) => LeadEvent);
  /** The business time; that of the operation when not said. */
  readonly occurredAt?: Date;
  readonly assignment?: AssignmentCause;
  /** What a person wrote with it; kept with the ledger row and the end of the assignment. */
  readonly note?: string | null;
}

/** What became of a move: what the lead was and is and what else must happen, or why nothing changed. */
export type MoveResult = MovedLead | RefusedLead;

export interface MovedLead {
  readonly leadId: string;
  readonly outcome: "moved";
  readonly row: LeadTableRow;
  readonly before: LockedLead;
  readonly lead: LeadState;
  /** What the caller may have to do in the same transaction: judge, route, tell. Assignments and breaches are written. */
  readonly effects: readonly LeadEffect[];
  readonly because: Sentence;
}

export interface RefusedLead {
  readonly leadId: string;
  readonly outcome: "refused";
  /** The lead as it is: who was first holds it now. Null when there is none. */
  readonly before: LockedLead | null;
  readonly code: LeadRefusal | "lead_not_found";
  readonly params: Sentence["params"];
}
