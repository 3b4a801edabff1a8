import type { OpportunityType } from "@tongzhou/contract/opportunity-type";
import { checkGate } from "./check-gate.ts";
import type { GateFacts } from "./check-gate.ts";
import { refuseOpportunity } from "./opportunity-state.ts";
import type { OpportunityLifecycleRow, OpportunityRefused, OpportunityState } from "./opportunity-state.ts";

export interface OpportunityMoved {
  readonly outcome: "moved";
  readonly direction: "forward" | "back";
  readonly stageId: string;
  /** Stages passed over on the way forward. */
  readonly skipped: readonly string[];
  readonly lifecycle: OpportunityLifecycleRow;
}

/**
 * Moves a running opportunity to another stage of its type. Forward every stage on the way must open its gate, so a jump
 * asks for no less than single steps; the refusal lists all that is missing. Back is always open.
 */
export function moveOpportunity(
  type: OpportunityType,
  opportunity: OpportunityState,
  toStageId: string,
  facts: GateFacts,
): OpportunityMoved | OpportunityRefused {
  if (opportunity.outcome !== null) return refuseOpportunity("not_running", { outcome: opportunity.outcome });
  if (type.weight !== "pipeline") return refuseOpportunity("no_stages", { weight: type.weight });
  const to = type.stages.findIndex(({ id }) => id === toStageId);
  if (to === -1) return refuseOpportunity("unknown_stage", { stageId: toStageId });
  if (opportunity.stageId === toStageId) return refuseOpportunity("already_there", { stageId: toStageId });
  // A stage that was taken out of the type since counts as before the first: all gates on the way are asked.
  const from = type.stages.findIndex(({ id }) => id === opportunity.stageId);
  const entered = type.stages.slice(from + 1, to + 1);
  const missing = entered.flatMap((stage) => checkGate(stage, facts));
  if (missing.length > 0)
    return refuseOpportunity("gate_closed", { stageId: toStageId, missing: missing.length }, missing);
  return {
    outcome: "moved",
    direction: to > from ? "forward" : "back",
    stageId: toStageId,
    skipped: entered.slice(0, -1).map(({ id }) => id),
    lifecycle: { from: opportunity.stageId, to: toStageId, reason: null },
  };
}
