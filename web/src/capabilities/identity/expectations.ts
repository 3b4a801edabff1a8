import type { MatchBand, MatchingState } from "@tongzhou/contract/matching";

export interface MatchThresholds {
  readonly review: number;
  readonly same: number;
}

/** What the probabilities of the pairs say of two thresholds. */
export interface Expectations {
  /** From the upper threshold on: how many pairs, and how many of them are expected to be two people. */
  readonly same: { readonly pairs: number; readonly wrong: number };
  /** Between: how many, and how many of them are expected to be one. */
  readonly review: { readonly pairs: number; readonly matches: number };
  /** Below, whether kept or not: how many, and how many of them are expected to be one and are missed. */
  readonly below: { readonly pairs: number; readonly missed: number };
  /** The share of the missed among all that are expected to be one; null where nobody is. */
  readonly missedShare: number | null;
  /** The share of the wrong among those that count as the same; null where nothing does. */
  readonly wrongShare: number | null;
}

/** Sums the bands above, between and below; thresholds are borders of bands. */
export function expectationsOf(
  { bands, rest }: Pick<MatchingState, "bands" | "rest">,
  { review, same }: MatchThresholds,
): Expectations {
  const upper = sumOf(bands.filter(({ from }) => from >= same));
  const middle = sumOf(bands.filter(({ from }) => from >= review && from < same));
  const lower = sumOf(bands.filter(({ from }) => from < review));
  const missed = lower.matches + (rest?.matches ?? 0);
  const all = upper.matches + middle.matches + missed;
  const wrong = upper.pairs - upper.matches;
  return {
    same: { pairs: upper.pairs, wrong },
    review: middle,
    below: { pairs: lower.pairs + (rest?.pairs ?? 0), missed },
    missedShare: all === 0 ? null : missed / all,
    wrongShare: upper.pairs === 0 ? null : wrong / upper.pairs,
  };
}

function sumOf(bands: readonly MatchBand[]): { pairs: number; matches: number } {
  return bands.reduce((sum, { pairs, matches }) => ({ pairs: sum.pairs + pairs, matches: sum.matches + matches }), {
    pairs: 0,
    matches: 0,
  });
}
