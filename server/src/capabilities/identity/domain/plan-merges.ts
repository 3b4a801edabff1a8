import { joinClusters } from "./join-clusters.ts";
import { PairList } from "./pair-list.ts";

/** Two records that are to be one, by their ids, and the bits for it. */
export interface LikelyPair {
  readonly firstId: string;
  readonly secondId: string;
  readonly bits: number;
}

export interface PlannedMerges<Pair extends LikelyPair> {
  /** Those that become one each, the oldest id first: it goes on for the others. */
  readonly groups: readonly (readonly string[])[];
  /** Pairs whose two do not become one, because somebody else in the group contradicts it. */
  readonly held: readonly Pair[];
}

/**
 * What becomes one when all of these pairs are the same: A ~ B and B ~ C join A with C only where A and C allow it
 * (`joinClusters`).
 * @param evidence the bits of any two of them, the prior left out.
 * @param least the evidence that makes the prior even.
 */
export function planMerges<Pair extends LikelyPair>(
  pairs: readonly Pair[],
  evidence: (a: string, b: string) => number,
  least: number,
): PlannedMerges<Pair> {
  const ids = [...new Set(pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]))].toSorted();
  const places = new Map(ids.map((id, place) => [id, place]));
  const list = new PairList();
  for (const { firstId, secondId, bits } of pairs) list.push(places.get(firstId) ?? 0, places.get(secondId) ?? 0, bits);
  const roots = joinClusters(ids.length, list, (a, b) => evidence(ids[a] ?? "", ids[b] ?? ""), least);
  const groups = new Map<number, string[]>();
  for (const [place, id] of ids.entries()) {
    const root = roots[place] ?? place;
    groups.set(root, [...(groups.get(root) ?? []), id]);
  }
  const rootOf = (id: string): number | undefined => roots[places.get(id) ?? 0];
  return {
    groups: [...groups.values()].filter(({ length }) => length > 1),
    held: pairs.filter(({ firstId, secondId }) => rootOf(firstId) !== rootOf(secondId)),
  };
}
