import { refuseOpportunity } from "./opportunity-state.ts";
import type { OpportunityLifecycleRow, OpportunityRefused, OpportunityState } from "./opportunity-state.ts";

export interface OpportunityLost {
  readonly outcome: "lost";
  readonly reason: string;
  readonly lifecycle: OpportunityLifecycleRow;
  /** Row 15 of the lead table: the people go back to nurture, or where the standard says. */
  readonly effects: readonly [{ readonly kind: "return_lead" }];
}

/** Loses an opportunity and asks why (R-OPP-4): the reason is one of those the company offers. */
export function loseOpportunity(
  opportunity: OpportunityState,
  reason: string | null,
  offered: readonly string[],
): OpportunityLost | OpportunityRefused {
  if (opportunity.outcome !== null) return refuseOpportunity("not_running", { outcome: opportunity.outcome });
  if (reason === null || reason.trim() === "") return refuseOpportunity("lose_reason_missing");
  if (!offered.includes(reason)) return refuseOpportunity("lose_reason_unknown", { reason });
  return {
    outcome: "lost",
    reason,
    lifecycle: { from: opportunity.stageId, to: "lost", reason },
    effects: [{ kind: "return_lead" }],
  };
}
