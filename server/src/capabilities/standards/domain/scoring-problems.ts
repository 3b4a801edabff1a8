import type { DraftProblem } from "@tongzhou/contract/draft-problem";
import type { EngagementRule, FitRule, LeadStandard } from "@tongzhou/contract/lead-standard";
import { error, namingProblems, warning } from "./naming-problems.ts";

/** Points of one rule, either way; a hundred is the best fit a profile can reach. */
export const MAX_POINTS = 100;
export const MAX_HALF_LIFE_DAYS = 3650;
export const MAX_CAP = 1000;

/** What is wrong with the fit and engagement rules, and grades that no lead can reach with them. */
export function scoringProblems(
  standard: Pick<LeadStandard, "fitRules" | "fitBorders" | "engagementRules" | "engagementBorders">,
): DraftProblem[] {
  const { fitRules, engagementRules, fitBorders, engagementBorders } = standard;
  const bestFit = fitRules.reduce((sum, { points }) => sum + Math.max(0, points), 0);
  const bestEngagement = engagementRules.reduce(
    (sum, { points, cap }) => sum + (points > 0 ? (cap ?? Number.POSITIVE_INFINITY) : 0),
    0,
  );
  const problems = [
    ...namingProblems(fitRules, "id", "/fitRules"),
    ...fitRules.flatMap((rule, index) => fitRuleProblems(rule, `/fitRules/${index}`)),
    ...namingProblems(engagementRules, "id", "/engagementRules"),
    ...engagementRules.flatMap((rule, index) => engagementRuleProblems(rule, `/engagementRules/${index}`)),
  ];
  if (bestFit < fitBorders.A)
    problems.push(warning("/fitBorders/A", "grade_out_of_reach", { border: fitBorders.A, best: bestFit }));
  if (bestEngagement < engagementBorders[1])
    problems.push(
      warning("/engagementBorders/1", "grade_out_of_reach", { border: engagementBorders[1], best: bestEngagement }),
    );
  return problems;
}

function fitRuleProblems({ condition, points }: FitRule, path: string): DraftProblem[] {
  const problems = pointsProblems(points, path);
  if (condition.rules.length === 0) problems.push(warning(`${path}/condition`, "meets_everybody"));
  return problems;
}

function engagementRuleProblems(rule: EngagementRule, path: string): DraftProblem[] {
  const { touchKind, condition, points, halfLifeDays, cap } = rule;
  const problems = pointsProblems(points, path);
  if (touchKind === null && (condition === null || condition.rules.length === 0))
    problems.push(warning(path, "meets_every_touch"));
  if (halfLifeDays !== null && !(Number.isInteger(halfLifeDays) && halfLifeDays >= 1))
    problems.push(error(`${path}/halfLifeDays`, "half_life_too_short", { days: halfLifeDays, minimum: 1 }));
  if (halfLifeDays !== null && halfLifeDays > MAX_HALF_LIFE_DAYS)
    problems.push(
      error(`${path}/halfLifeDays`, "half_life_too_long", { days: halfLifeDays, maximum: MAX_HALF_LIFE_DAYS }),
    );
  if (cap === null) problems.push(warning(`${path}/cap`, "cap_missing"));
  else if (cap < 1 || cap > MAX_CAP) problems.push(error(`${path}/cap`, "cap_out_of_range", { cap, maximum: MAX_CAP }));
  else if (cap < Math.abs(points)) problems.push(warning(`${path}/cap`, "cap_below_one_touch", { cap, points }));
  return problems;
}

function pointsProblems(points: number, path: string): DraftProblem[] {
  if (points === 0) return [warning(`${path}/points`, "counts_nothing")];
  const inRange = Number.isInteger(points) && Math.abs(points) <= MAX_POINTS;
  return inRange ? [] : [error(`${path}/points`, "points_out_of_range", { points, maximum: MAX_POINTS })];
}
