import { probabilityOf } from "./probability.ts";

/** Where the outcomes part, as probabilities. */
export interface Thresholds {
  /** From here on two records are one. */
  readonly same: number;
  /** Below this they are two; between, a person decides. */
  readonly different: number;
}

/** What the probabilities themselves say of the outcomes: how many pairs end where, and how many of them wrongly. */
export interface ExpectedErrors {
  readonly same: number;
  readonly wronglySame: number;
  readonly review: number;
  readonly matchesInReview: number;
  /** Pairs of one person or company that end as different. */
  readonly missed: number;
}

/** What is chosen from: steps that people can remember. Joining needs better than even odds whatever else would be gained. */
const SAME_STEPS = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995];
const STRICTEST_SAME = 0.999;
const DIFFERENT_STEPS = [0.3, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002];
const STRICTEST_DIFFERENT = 0.001;
/** Of the pairs that are joined so many may be two; a merge can be undone. Of all that are one so many may be given up unseen. */
const WRONGLY_SAME = 0.02;
const MISSED = 0.01;

/**
 * Chooses where the outcomes part, from the probabilities alone: as many joined as keep the expected share of wrong ones
 * small, as few reviewed as keep the expected share of missed ones small.
 * @param evidence the bits of the pairs, without the prior.
 */
export function chooseThresholds(evidence: Float32Array, prior: number): Thresholds {
  const same =
    SAME_STEPS.find((step) => {
      const errors = expectErrors(evidence, prior, { same: step, different: step });
      return errors.wronglySame <= WRONGLY_SAME * errors.same;
    }) ?? STRICTEST_SAME;
  const different =
    DIFFERENT_STEPS.find((step) => {
      const {
        same: joined,
        wronglySame,
        matchesInReview,
        missed,
      } = expectErrors(evidence, prior, { same, different: step });
      return missed <= MISSED * (joined - wronglySame + matchesInReview + missed);
    }) ?? STRICTEST_DIFFERENT;
  return { same, different };
}

/** @see ExpectedErrors */
export function expectErrors(evidence: Float32Array, prior: number, { same, different }: Thresholds): ExpectedErrors {
  const expected = { same: 0, wronglySame: 0, review: 0, matchesInReview: 0, missed: 0 };
  for (const bits of evidence) {
    const probability = probabilityOf(bits + prior);
    if (probability >= same) {
      expected.same++;
      expected.wronglySame += 1 - probability;
    } else if (probability >= different) {
      expected.review++;
      expected.matchesInReview += probability;
    } else {
      expected.missed += probability;
    }
  }
  return expected;
}
