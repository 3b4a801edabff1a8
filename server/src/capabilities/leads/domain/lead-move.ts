import type { Holder, LeadRefusal, LeadStage, LeadTableRow } from "@tongzhou/contract/lead-stages";
import type { Sentence } from "@tongzhou/contract/sentence";
import type { LeadState } from "./lead-state.ts";

/**
 * How an assignment ended. `reassigned`: people gave the lead to somebody else while it waited for an answer; `withdrawn`: it
 * left the open leads meanwhile.
 */
export type AssignmentOutcome = "accepted" | "rejected" | "timed_out" | "reassigned" | "withdrawn";

/**
 * What must happen in the same transaction besides the move itself, as facts. `start_clock` is one `assignment` row, by
 * whatever route the lead came (R-ROUTE-2), and `stop_clock` is the end of it; what a rep claims, takes or types himself was
 * not asked of him, so it has neither. `turnBack`: the turn counts as not used.
 */
export type LeadEffect =
  | { readonly kind: "judge" }
  | { readonly kind: "grade" }
  | { readonly kind: "route" }
  | { readonly kind: "start_clock"; readonly ownerId: string; readonly usesTurn: boolean }
  | StopClock
  | { readonly kind: "record_breach"; readonly ownerId: string }
  | { readonly kind: "tell_manager"; readonly ownerId: string }
  | { readonly kind: "tell_owner"; readonly ownerId: string }
  | { readonly kind: "keep_answers" }
  | { readonly kind: "open_review"; readonly otherRecordId: string }
  | { readonly kind: "cool_down"; readonly ownerId: string }
  | { readonly kind: "note" };

export interface StopClock {
  readonly kind: "stop_clock";
  readonly ownerId: string;
  readonly outcome: AssignmentOutcome;
  readonly bounce: boolean;
  readonly turnBack: boolean;
}

/** One row of `lifecycle_event`. A change of holder within a stage has `from` = `to`. */
export interface LifecycleRow {
  readonly from: LeadStage | null;
  readonly to: LeadStage;
  readonly cycle: number;
  readonly holderFrom: Holder | null;
  readonly holderTo: Holder;
  readonly row: LeadTableRow;
  readonly reason: string | null;
}

/** A move the table allows: the lead after it, its ledger rows (none when nothing moved) and what else must happen. */
export interface Move {
  readonly outcome: "moved";
  readonly row: LeadTableRow;
  readonly lead: LeadState;
  readonly lifecycle: readonly LifecycleRow[];
  readonly effects: readonly LeadEffect[];
  /** For the timeline; code `lead.row.<number>`. */
  readonly because: Sentence;
}

/** What the table does not allow; nothing changes. */
export interface Refusal {
  readonly outcome: "refused";
  readonly code: LeadRefusal;
  readonly params: Sentence["params"];
}

export const refuse = (code: LeadRefusal, params: Sentence["params"] = {}): Refusal => ({
  outcome: "refused",
  code,
  params,
});

/** What a row of the table changes; what it leaves out stays, or is cleared because it belongs to the stage left. */
export interface Change extends Partial<LeadState> {
  /** A stage passed on the way, with a ledger row of its own (row 11 from `assigned`). */
  readonly through?: LeadStage;
  readonly effects?: readonly LeadEffect[];
  readonly say?: Sentence["params"];
}
