import { DisjointSets } from "./disjoint-sets.ts";
import type { PairList } from "./pair-list.ts";

/** Evidence of a thousand to one against: two records that contradict each other so are never joined, through whomever. */
export const CONTRADICTION_BITS = -10;
/** Between two large clusters not every pair is asked, but so many of each side. */
const MOST_ASKED = 12;

/**
 * Joins pairs to clusters, the surest first. A ~ B and B ~ C join A with C only when what A and C say of each other allows
 * it: no two records of a cluster contradict each other, and over all pairs between the two sides the evidence speaks for
 * one on average.
 * @param pairs those above the threshold, each with its evidence in bits.
 * @param evidence the bits of any two records, the prior left out.
 * @param least the evidence that the average has to reach: what makes the prior even.
 * @returns for each record the one that stands for its cluster.
 */
export function joinClusters(
  size: number,
  pairs: PairList,
  evidence: (a: number, b: number) => number,
  least: number,
): Int32Array {
  const sets = new DisjointSets(size);
  const members = new Map<number, number[]>();
  const membersOf = (root: number): number[] => members.get(root) ?? [root];
  for (const at of surestFirst(pairs)) {
    const [first, second] = [sets.find(pairs.first(at)), sets.find(pairs.second(at))];
    if (first === second) continue;
    const [sideA, sideB] = [membersOf(first), membersOf(second)];
    if ((sideA.length > 1 || sideB.length > 1) && !mayJoin(asked(sideA), asked(sideB), evidence, least)) continue;
    const root = sets.join(first, second);
    members.delete(first);
    members.delete(second);
    members.set(root, [...sideA, ...sideB]);
  }
  return sets.toArray();
}

/** Equal evidence is taken in the order of the records, so that the outcome does not hang on how pairs were found. */
function surestFirst(pairs: PairList): Int32Array {
  return Int32Array.from({ length: pairs.length }, (_, at) => at).toSorted(
    (a, b) => pairs.number(b) - pairs.number(a) || pairs.second(a) - pairs.second(b) || pairs.first(a) - pairs.first(b),
  );
}

function mayJoin(
  sideA: readonly number[],
  sideB: readonly number[],
  evidence: (a: number, b: number) => number,
  least: number,
): boolean {
  let sum = 0;
  for (const a of sideA) {
    for (const b of sideB) {
      const bits = evidence(a, b);
      if (bits <= CONTRADICTION_BITS) return false;
      sum += bits;
    }
  }
  return sum / (sideA.length * sideB.length) >= least;
}

/** Some of a large cluster, evenly over the order in which they came. */
function asked(side: readonly number[]): readonly number[] {
  if (side.length <= MOST_ASKED) return side;
  return Array.from({ length: MOST_ASKED }, (_, at) => side[Math.floor((at * side.length) / MOST_ASKED)] ?? 0);
}
