import { bitsOf, probabilityOf } from "./probability.ts";

/** Before a file is looked at, one record in a hundred is taken for a double; so an empty list of pairs has a prior too. */
const SHIPPED_DOUBLES = 0.01;
const ROUNDS = 200;
const SETTLED = 1e-7;

/**
 * How likely any two records are one, by expectation–maximisation over the pairs that were compared; all others are taken
 * for different. In bits.
 * @param evidence the bits of the pairs compared that speak for one.
 * @param allPairs how many pairs the records make.
 */
export function estimatePrior(evidence: Float32Array, records: number, allPairs: number): number {
  const shipped = SHIPPED_DOUBLES * records;
  const all = Math.max(allPairs, 1) + shipped;
  let share = Math.min(0.5, Math.max(shipped, 1e-9) / all);
  for (let round = 0; round < ROUNDS; round++) {
    const prior = bitsOf(share);
    let matches = 0;
    for (const bits of evidence) matches += probabilityOf(bits + prior);
    const next = Math.min(0.5, (matches + shipped) / all);
    const isSettled = Math.abs(next - share) <= SETTLED * share;
    share = next;
    if (isSettled) break;
  }
  return bitsOf(share);
}
