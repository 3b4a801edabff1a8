const HUNDRED = 100;

/** A hundred percent in so many shares as even as whole percents allow; the first ones have what is over. */
export function evenShares(count: number): number[] {
  const each = Math.floor(HUNDRED / count);
  const over = HUNDRED - each * count;
  return Array.from({ length: count }, (_, place) => each + (place < over ? 1 : 0));
}

/** What shares add up to, without the dust of binary fractions. */
export const sumOf = (percents: readonly (number | null)[]): number =>
  percents.reduce<number>((sum, percent) => sum + Math.round((percent ?? 0) * 100), 0) / 100;
