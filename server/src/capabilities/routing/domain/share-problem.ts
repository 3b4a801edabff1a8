import type { RoutingTarget } from "@tongzhou/contract/routing-rule";
import type { Sentence } from "@tongzhou/contract/sentence";
import type { RoutingMember } from "./routing-member.ts";

/** How one person closes leads of a rule's segment: deals decided, and those of them won. */
export interface ClosingRecord {
  readonly won: number;
  readonly decided: number;
}

/** A rule as sharing out needs it: with the people behind its target, and their records for `best_closer`. */
export interface ShareRule {
  readonly id: string;
  readonly name: string;
  /** `triage`: people decide. */
  readonly target: RoutingTarget | { readonly kind: "triage" };
  /** The members of the team, or the one user; empty for pools. */
  readonly memberIds: readonly string[];
  readonly records: ReadonlyMap<string, ClosingRecord>;
  /** Limits of this rule for one person, in hand and in a day; null is none. They hold beside the person's own. */
  readonly maxInHand: number | null;
  readonly maxPerDay: number | null;
  /** What happens when nobody of the target can take the lead. */
  readonly otherwise: "next_rule" | "triage";
}

/** A lead waiting to be routed. */
export interface ArrivingLead {
  readonly leadId: string;
  /** Order of arrival: this instant, then the row of the import, then the id. */
  readonly occurredAt: number;
  readonly importRow: number | null;
  /** The active rules whose condition it meets, in their order. */
  readonly ruleIds: readonly string[];
  /** The owner of the customer, or of an open opportunity, who is asked before all rules. */
  readonly askFirst: { readonly personId: string; readonly because: "customer" | "opportunity" } | null;
  /** An SDR passed it on in this cycle: it does not go back to the SDR pool (row 6a). */
  readonly passedOnBySdr: boolean;
  /** Who had it in this cycle and is not asked again (row 9a). */
  readonly notTo: readonly string[];
}

export interface ShareProblem {
  /** The instant of the assignments, in milliseconds. */
  readonly at: number;
  readonly leads: readonly ArrivingLead[];
  readonly rules: readonly ShareRule[];
  /** Everybody a rule or an owner names; who is missing is away. */
  readonly members: readonly RoutingMember[];
}

/** Where one lead goes. `to` is what the lead table's rows 6 and 6a take. */
export interface ShareDecision {
  readonly leadId: string;
  readonly to: { readonly kind: "rep"; readonly repId: string } | { readonly kind: "sdr" | "nurture" | "nobody" };
  /** The rule that decided; null when the owner was asked first or no rule could. */
  readonly ruleId: string | null;
  /** Rules that could not take it and why, then the decision with its evidence (R-LEAD-7). */
  readonly because: readonly Sentence[];
}
