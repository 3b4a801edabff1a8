import type { FunnelStep } from "@tongzhou/contract/lead-stages";

/** Fewer outcomes than these are a story, not a rate: at five the standard error is still 45 % (1 / √5). */
export const ENOUGH_OUTCOMES = 5;
/** Two-sided 95 %. */
const Z = 1.96;

/** How many of the leads that reached a step reached the next, as measured. */
export interface MeasuredStep {
  readonly from: FunnelStep;
  readonly to: FunnelStep;
  readonly passed: number;
  readonly of: number;
}

/** Amounts in whole minor units of one currency. */
export interface SalesPlan {
  readonly target: number;
  readonly won: number;
  /** The steps of the funnel in order, the last one ending in `won`. */
  readonly steps: readonly MeasuredStep[];
  /** The amounts of the deals won in the measured period. */
  readonly dealAmounts: readonly number[];
}

/** How many are needed in a step, with the interval the measured rates allow. */
export interface NeededInStep {
  readonly step: FunnelStep;
  readonly needed: number;
  readonly low: number;
  readonly high: number;
}

export type LeadsStillNeeded =
  | { readonly kind: "reached"; readonly surplus: number }
  | {
      readonly kind: "not_enough";
      readonly missing: "deals" | FunnelStep;
      readonly have: number;
      readonly enough: number;
    }
  | { readonly kind: "needed"; readonly gap: number; readonly steps: readonly NeededInStep[] };

/**
 * From the sales target back to leads (R-CAMP-4): gap ÷ mean deal = deals, and each step back divides by its measured rate.
 * The interval follows from the errors of all rates on the way, added on the logarithm: (1 − p) / passed for a rate, and
 * variance / (n · mean²) for the mean deal (delta method). Where a rate rests on too few outcomes it says which, and gives
 * no number. Steps are answered from `won` back to the first. Throws for a rate above one.
 */
export function leadsStillNeeded(plan: SalesPlan): LeadsStillNeeded {
  const gap = plan.target - plan.won;
  if (gap <= 0) return { kind: "reached", surplus: plan.won - plan.target };
  const count = plan.dealAmounts.length;
  const mean = plan.dealAmounts.reduce((sum, amount) => sum + amount, 0) / count;
  if (count < ENOUGH_OUTCOMES || mean <= 0)
    return { kind: "not_enough", missing: "deals", have: mean <= 0 ? 0 : count, enough: ENOUGH_OUTCOMES };
  const lacking = plan.steps.find(({ passed }) => passed < ENOUGH_OUTCOMES);
  if (lacking !== undefined)
    return { kind: "not_enough", missing: lacking.to, have: lacking.passed, enough: ENOUGH_OUTCOMES };

  const spread = plan.dealAmounts.reduce((sum, amount) => sum + (amount - mean) ** 2, 0) / (count - 1);
  let needed = gap / mean;
  let variance = spread / (count * mean ** 2);
  const steps: NeededInStep[] = [interval("won", needed, variance)];
  for (const { from, passed, of } of plan.steps.toReversed()) {
    if (passed > of) throw new RangeError(`${passed} of ${of} is not a rate`);
    needed *= of / passed;
    variance += (1 - passed / of) / passed;
    steps.push(interval(from, needed, variance));
  }
  return { kind: "needed", gap, steps };
}

/** Nobody can win half a deal: all three are rounded up. */
function interval(step: FunnelStep, needed: number, variance: number): NeededInStep {
  const factor = Math.exp(Z * Math.sqrt(variance));
  return { step, needed: Math.ceil(needed), low: Math.ceil(needed / factor), high: Math.ceil(needed * factor) };
}
