import type { FitRule } from "@tongzhou/contract/lead-standard";

export interface FitLine {
  readonly ruleId: string;
  /** Whole points. */
  readonly points: number;
}

export interface FitScore {
  /** The sum of the lines. */
  readonly points: number;
  /** The rules that were met, in the order of the standard. */
  readonly lines: readonly FitLine[];
}

/** The fit score: the sum of the rules a lead meets, each once. What the conditions meet was asked of the database. */
export function fitScore(rules: readonly Pick<FitRule, "id" | "points">[], metRuleIds: Iterable<string>): FitScore {
  const met = new Set(metRuleIds);
  const lines = rules.filter(({ id }) => met.has(id)).map(({ id, points }) => ({ ruleId: id, points }));
  return { points: lines.reduce((sum, { points }) => sum + points, 0), lines };
}
