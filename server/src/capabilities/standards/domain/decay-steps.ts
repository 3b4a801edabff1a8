import { DAY_MS, touchWorth } from "./engagement-score.ts";
import type { ScoringRule } from "./engagement-score.ts";

/** From so many days after the touch it counts so many tenths of a point, until the next step. */
export interface DecayStep {
  readonly afterDays: number;
  readonly tenths: number;
}

/**
 * What one touch of a rule is worth over time, down to zero, as the rep reads it: "价格页 +20，14 天后 +10，28 天后 +5".
 * A rule without a half-life has one step.
 */
export function decaySteps(rule: ScoringRule): DecayStep[] {
  const steps: DecayStep[] = [{ afterDays: 0, tenths: touchWorth(rule, 0, 0) }];
  if (rule.halfLifeDays === null) return steps;
  for (let days = rule.halfLifeDays; steps.at(-1)?.tenths !== 0; days += rule.halfLifeDays)
    steps.push({ afterDays: days, tenths: touchWorth(rule, 0, days * DAY_MS) });
  return steps;
}
