/**
 * Splits a whole amount by weights so that the parts add up to exactly the amount (largest remainder): each gets the whole
 * units of its quota, the units left over go to the largest fractions, ties to the earlier in the list. Amount and weights are
 * whole numbers from 0; throws otherwise, or when all weights are 0.
 */
export function shareAmount(amount: number, weights: readonly bigint[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`cannot share an amount of ${amount}`);
  if (sum <= 0n || weights.some((weight) => weight < 0n)) throw new RangeError("cannot share without positive weights");
  const quotas = weights.map((weight) => BigInt(amount) * weight);
  const parts = quotas.map((quota) => Number(quota / sum));
  const left = amount - parts.reduce((total, part) => total + part, 0);
  const byFraction = quotas
    .map((quota, index) => ({ fraction: quota % sum, index }))
    .toSorted((a, b) => (a.fraction === b.fraction ? a.index - b.index : a.fraction < b.fraction ? 1 : -1));
  for (const { index } of byFraction.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
