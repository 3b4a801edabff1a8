import type { QuestionSet } from "@tongzhou/contract/lead-standard";

export interface QualificationScore {
  readonly points: number;
  /** What the best answers to all questions add up to. */
  readonly possible: number;
  readonly passAt: number;
  readonly passes: boolean;
  /** Must-haves without an answer worth something; while there are any, it does not pass. */
  readonly missingMustHaves: readonly string[];
  readonly unanswered: readonly string[];
}

/**
 * How far the answers of an SDR bring a lead (R-STD-1): the sum of the points of the chosen options. `answers` maps question
 * to option; an option the set does not know counts as no answer, because the set may have changed since.
 */
export function qualificationScore(set: QuestionSet, answers: Readonly<Record<string, string>>): QualificationScore {
  const worth = new Map(
    set.questions.map(({ id, options }) => [id, options.find((option) => option.id === answers[id])?.points]),
  );
  const points = [...worth.values()].reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const missingMustHaves = set.questions
    .filter(({ id, mustHave }) => mustHave && (worth.get(id) ?? 0) <= 0)
    .map(({ id }) => id);
  return {
    points,
    possible: set.questions.reduce((sum, { weight }) => sum + weight, 0),
    passAt: set.passAt,
    passes: points >= set.passAt && missingMustHaves.length === 0,
    missingMustHaves,
    unanswered: set.questions.filter(({ id }) => worth.get(id) === undefined).map(({ id }) => id),
  };
}
