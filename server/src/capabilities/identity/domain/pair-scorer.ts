import type { Facet } from "./facet.ts";
import type { Column, FieldKind } from "./record-table.ts";
import type { LevelShares } from "./weights.ts";

/** Judges pairs by the weights of their levels, in bits: ten bits are a thousand to one. */
export interface PairScorer {
  readonly facets: readonly Facet[];
  readonly shares: readonly LevelShares[];
  /** The evidence for one person (above 0) or two (below), without the prior. */
  bits(a: number, b: number): number;
  /** The evidence of one facet. */
  facetBits(facet: number, a: number, b: number): number;
}

/** What people of one household or office do not share; phones, addresses, companies and surnames they may. */
export const ONES_OWN: ReadonlySet<FieldKind> = new Set(["given", "birth", "id"]);
/** How much of what a field says is one's own: all of what is nobody else's, and of a surname that two are called differently. */
export function ownBits(kind: FieldKind | undefined, bits: number): number {
  if (kind === "surname") return Math.min(0, bits);
  return kind !== undefined && ONES_OWN.has(kind) ? bits : 0;
}

/** For each person so many others in the file whose phone, mailbox or address they leave as well. */
export const HOUSEMATES = 0.05;

/**
 * Two records may also agree because their people live or work together. What is shared so is then no evidence, and what is
 * one's own decides: the odds against are those of strangers and of housemates together. Without it a mother and her child,
 * registered with one phone at one address, would be one person.
 * @param entityOf which records are taken to be one already, so that a value that one customer left five times is not
 *   taken for a common one.
 */
export function createPairScorer(
  facets: readonly Facet[],
  shares: readonly LevelShares[],
  entityOf: Int32Array,
): PairScorer {
  const weights = shares.map(({ matching, different }) =>
    Float64Array.from([0, ...matching.map((share, level) => Math.log2(share / (different[level] ?? 1)))]),
  );
  const rarities = facets.map(({ column }, at) => valueRarity(column, shares[at]?.different[0] ?? 1, entityOf));
  const holders = facets.map((facet) => facet.holdersIn?.(entityOf));
  const entities = new Set(entityOf).size;
  const kinds = facets.map(({ kind }) => kind);
  const housemates = kinds.some((kind) => ONES_OWN.has(kind)) ? HOUSEMATES / Math.max(1, entityOf.length) : 0;
  const facetBits = (at: number, a: number, b: number): number => {
    const facet = facets[at];
    if (facet === undefined) return 0;
    const level = facet.level(a, b);
    const weight = weights[at]?.[level] ?? 0;
    if (level === 1) return weight + (rarities[at]?.[agreedValue(facet.column, a, b)] ?? 0);
    const count = level > 0 && level < facet.levels ? holders[at]?.(a, b) : undefined;
    return count === undefined ? weight : weight + rarity(count, entities, shares[at]?.different[level - 1] ?? 1);
  };
  return {
    facets,
    shares,
    facetBits,
    bits: (a, b) => {
      let all = 0;
      let own = 0;
      for (let at = 0; at < facets.length; at++) {
        const bits = facetBits(at, a, b);
        all += bits;
        own += ownBits(kinds[at], bits);
      }
      return -Math.log2(2 ** -all + housemates * 2 ** -own);
    },
  };
}

/**
 * Term frequency: for each value how many bits more or less than the average agreement it says. The chance that a stranger
 * has a value is taken as its count over the records plus one more average value (1 / average chance), so that a value seen
 * once is rare and not impossible.
 */
export function valueRarity({ values, starts, valueIds }: Column, average: number, entityOf: Int32Array): Float32Array {
  const counts = new Float32Array(values.length);
  const lastEntity = new Int32Array(values.length).fill(-1);
  const order = Int32Array.from(entityOf.keys()).toSorted((a, b) => (entityOf[a] ?? 0) - (entityOf[b] ?? 0));
  let entities = 0;
  let last = -1;
  for (const record of order) {
    const entity = entityOf[record] ?? 0;
    if (entity !== last) entities++;
    last = entity;
    for (let at = starts[record] ?? 0; at < (starts[record + 1] ?? 0); at++) {
      const value = valueIds[at] ?? 0;
      if (lastEntity[value] === entity) continue;
      lastEntity[value] = entity;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return counts.map((count) => rarity(count, entities, average));
}

/** How many bits more or less than the average agreement a value says that so many of the entities have. */
export function rarity(count: number, entities: number, average: number): number {
  return Math.log2((average * (entities + 1 / average)) / Math.max(1, count));
}

function agreedValue({ starts, valueIds }: Column, a: number, b: number): number {
  const first = starts[a] ?? 0;
  const endA = starts[a + 1] ?? 0;
  if (endA - first === 1) return valueIds[first] ?? -1;
  for (let at = first; at < endA; at++) {
    for (let other = starts[b] ?? 0; other < (starts[b + 1] ?? 0); other++) {
      if (valueIds[at] === valueIds[other]) return valueIds[at] ?? -1;
    }
  }
  return -1;
}
