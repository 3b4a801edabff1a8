import { FUNNEL_STEPS } from "@tongzhou/contract/lead-stages";
import type { FunnelStep, LeadStage } from "@tongzhou/contract/lead-stages";

/** A lead outside the funnel is `out`. */
export type StepOrOut = FunnelStep | "out";

const STEP_OF: Record<LeadStage, StepOrOut> = {
  raw: "lead",
  nurturing: "lead",
  qualifying: "lead",
  mql: "mql",
  assigned: "mql",
  sql: "sql",
  converted: "opportunity",
  disqualified: "out",
};

/** The step of the funnel a stage belongs to (upper table of R-LEAD-1). */
export function funnelStep(stage: LeadStage): StepOrOut {
  return STEP_OF[stage];
}

/** How a move looks from the funnel. `skipped` are the steps a jump forward passes without counting there (R-CAMP-2). */
export type StepChange =
  | { readonly kind: "entered"; readonly to: FunnelStep; readonly skipped: readonly FunnelStep[] }
  | { readonly kind: "forward"; readonly to: FunnelStep; readonly skipped: readonly FunnelStep[] }
  | { readonly kind: "back"; readonly to: FunnelStep }
  | { readonly kind: "out" }
  | { readonly kind: "none" };

/**
 * Compares two steps. `from` null is a lead that begins, `out` one that comes back from outside: both enter the funnel,
 * and what lies before the step they land on is skipped.
 */
export function stepChange(from: StepOrOut | null, to: StepOrOut): StepChange {
  if (from === to) return { kind: "none" };
  if (to === "out") return { kind: "out" };
  const landed = FUNNEL_STEPS.indexOf(to);
  if (from === null || from === "out") return { kind: "entered", to, skipped: FUNNEL_STEPS.slice(0, landed) };
  const left = FUNNEL_STEPS.indexOf(from);
  return landed < left ? { kind: "back", to } : { kind: "forward", to, skipped: FUNNEL_STEPS.slice(left + 1, landed) };
}
