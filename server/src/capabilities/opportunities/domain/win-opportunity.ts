import type { Sentence } from "@tongzhou/contract/sentence";
import { refuseOpportunity } from "./opportunity-state.ts";
import type { OpportunityLifecycleRow, OpportunityRefused, OpportunityState } from "./opportunity-state.ts";

/** `amount` in minor units (fen) of the opportunity's currency; null while nobody has stated it. Instants in milliseconds. */
export interface Win {
  readonly amount: number | null;
  readonly wonAt: number;
  readonly now: number;
}

export interface OpportunityWon {
  readonly outcome: "won";
  readonly amount: number;
  readonly wonAt: number;
  readonly lifecycle: OpportunityLifecycleRow;
  /** R-OPP-4. */
  readonly effects: readonly [{ readonly kind: "hand_over_to_success" }];
  /** What is unusual and is said aloud, but does not stop the win: dates of other systems are as they are. */
  readonly notes: readonly Sentence[];
}

/**
 * Wins an opportunity, from any stage: a signed contract is evidence enough. The amount must be stated and may be nothing
 * (a trial, a deal whose value another system keeps), the day may lie in the past but not ahead.
 */
export function winOpportunity(opportunity: OpportunityState, win: Win): OpportunityWon | OpportunityRefused {
  if (opportunity.outcome !== null) return refuseOpportunity("not_running", { outcome: opportunity.outcome });
  if (win.amount === null) return refuseOpportunity("amount_missing");
  if (!Number.isSafeInteger(win.amount) || win.amount < 0)
    return refuseOpportunity("amount_not_whole", { amount: win.amount });
  if (win.wonAt > win.now) return refuseOpportunity("won_in_future", { wonAt: win.wonAt });
  const early = win.wonAt < opportunity.openedAt;
  return {
    outcome: "won",
    amount: win.amount,
    wonAt: win.wonAt,
    lifecycle: { from: opportunity.stageId, to: "won", reason: null },
    effects: [{ kind: "hand_over_to_success" }],
    notes: early ? [{ code: "won.before_opened", params: { wonAt: win.wonAt, openedAt: opportunity.openedAt } }] : [],
  };
}
