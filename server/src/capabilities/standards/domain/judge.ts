import type { CellDestination, LeadStandard } from "@tongzhou/contract/lead-standard";
import type { Sentence } from "@tongzhou/contract/sentence";
import { engagementScore } from "./engagement-score.ts";
import type { EngagementScore, RuleTouch } from "./engagement-score.ts";
import { fitScore } from "./fit-score.ts";
import type { FitScore } from "./fit-score.ts";
import { grade } from "./grade.ts";
import type { Grade } from "./grade.ts";

/** What is known of a lead at the moment of judging. */
export interface JudgedFacts {
  readonly metFitRuleIds: readonly string[];
  readonly touches: readonly RuleTouch[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Judgement {
  readonly version: number;
  readonly grade: Grade;
  readonly destination: CellDestination;
  readonly fit: FitScore;
  readonly engagement: EngagementScore;
  /** The cell and where it sends the lead, then how fit and engagement came about (R-LEAD-7). */
  readonly because: readonly Sentence[];
}

export type JudgingStandard = Pick<
  LeadStandard,
  "fitRules" | "fitBorders" | "engagementRules" | "engagementBorders" | "matrix"
>;

/**
 * Judges a lead by one version of the standard. Throws when the cell is not painted: a version in force has been validated,
 * so that is a mistake of ours and not a judgement.
 */
export function judge(standard: JudgingStandard, version: number, facts: JudgedFacts): Judgement {
  const fit = fitScore(standard.fitRules, facts.metFitRuleIds);
  const engagement = engagementScore(standard.engagementRules, facts.touches, facts.at);
  const graded = grade(fit.points, engagement.tenths, standard);
  const destination = standard.matrix[graded.cell];
  if (destination === undefined) throw new RangeError(`version ${version} does not say where ${graded.cell} goes`);
  const because: Sentence[] = [
    { code: "judged.cell", params: { cell: graded.cell, destination, version } },
    { code: "judged.fit", params: { grade: graded.fit, points: fit.points, border: graded.fitBorder } },
    {
      code: "judged.engagement",
      params: { grade: graded.engagement, tenths: engagement.tenths, border: graded.engagementBorder },
    },
  ];
  return { version, grade: graded, destination, fit, engagement, because };
}
