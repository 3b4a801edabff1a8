/** The median, as `percentile_cont(0.5)` of SQL: the mean of the two in the middle when their number is even. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  if (upper === undefined) return null;
  const lower = sorted[(sorted.length - 1) >> 1] ?? upper;
  return lower + (upper - lower) / 2;
}
