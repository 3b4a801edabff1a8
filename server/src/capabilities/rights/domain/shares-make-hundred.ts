import type { CreditShare } from "@tongzhou/contract/rights";

const HUNDREDTHS = 100;

/** Whether shares make exactly 100 percent, each person once; none at all is an end of what was agreed. */
export function sharesMakeHundred(shares: readonly CreditShare[]): boolean {
  if (shares.length === 0) return true;
  const hundredths = shares.reduce((sum, { percent }) => sum + Math.round(percent * HUNDREDTHS), 0);
  return hundredths === 100 * HUNDREDTHS && new Set(shares.map(({ personId }) => personId)).size === shares.length;
}

/** In one order, so that the same shares are equal: the largest first. */
export const inOrder = <Share extends CreditShare>(shares: readonly Share[]): Share[] =>
  shares.toSorted((a, b) => b.percent - a.percent || (a.personId < b.personId ? -1 : 1));
