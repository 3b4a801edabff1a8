import type { OpportunityType } from "@tongzhou/contract/opportunity-type";
import { refuseOpportunity } from "./opportunity-state.ts";
import type { OpportunityLifecycleRow, OpportunityRefused, OpportunityState } from "./opportunity-state.ts";

export interface OpportunityLost {
  readonly outcome: "lost";
  readonly reason: string;
  readonly lifecycle: OpportunityLifecycleRow;
  /** Row 15 of the lead table: the people go back to nurture, or where the standard says. */
  readonly effects: readonly [{ readonly kind: "return_lead" }];
}

/** Loses an opportunity and asks why (R-OPP-4): the reason is one of its type's. */
export function loseOpportunity(
  type: OpportunityType,
  opportunity: OpportunityState,
  reason: string | null,
): OpportunityLost | OpportunityRefused {
  if (opportunity.state !== "running") return refuseOpportunity("not_running", { state: opportunity.state });
  if (type.kind === "tag") return refuseOpportunity("no_stages", { kind: type.kind });
  if (reason === null || reason.trim() === "") return refuseOpportunity("lose_reason_missing");
  if (!type.loseReasons.some(({ code }) => code === reason))
    return refuseOpportunity("lose_reason_unknown", { reason });
  return {
    outcome: "lost",
    reason,
    lifecycle: { from: opportunity.stageId, to: "lost", reason },
    effects: [{ kind: "return_lead" }],
  };
}
