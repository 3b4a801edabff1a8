import { joinClusters } from "./join-clusters.ts";
import { PairList } from "./pair-list.ts";
import type { PairScorer } from "./pair-scorer.ts";
import { bitsOf } from "./probability.ts";

/** Joins the pairs that are the same from a probability on. @returns for each record the one that stands for its cluster. */
export function joinSure(
  size: number,
  { pairs, scorer }: { readonly pairs: PairList; readonly scorer: PairScorer },
  prior: number,
  same = 0.5,
): Int32Array {
  const sure = new PairList();
  const least = bitsOf(Math.min(same, 1 - Number.EPSILON)) - prior;
  for (let at = 0; at < pairs.length; at++) {
    if (pairs.number(at) >= least) sure.push(pairs.first(at), pairs.second(at), pairs.number(at));
  }
  return joinClusters(size, sure, (a, b) => scorer.bits(a, b), -prior);
}
