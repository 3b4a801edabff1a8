import type { AgreementPatterns } from "./agreement-patterns.ts";
import type { Facet } from "./facet.ts";
import type { FieldKind } from "./record-table.ts";
import type { LevelShares } from "./weights.ts";

/** The weights to lean on, by kind. */
type Shipped = Readonly<Record<FieldKind, LevelShares>>;

/** What the shipped weights count for beside the data: as much as so many pairs of one person, or of two. */
const SHIPPED_MATCHES = 50;
const SHIPPED_DIFFERENT = 1000;
/** A level never seen among n pairs is as rare as half a pair in n (Jeffreys), not impossible. */
const UNSEEN = 0.5;
const ROUNDS = 50;
const SETTLED = 1e-5;
/** What is assumed of the pairs of one rule before they are looked at. */
const FIRST_SHARE = 0.1;

/** The shares of each facet's levels among pairs of different records, from pairs drawn at random. @param isOne how likely each pattern is one person. */
export function estimateDifferent(
  patterns: AgreementPatterns,
  shipped: Shipped,
  isOne: (pattern: number) => number,
): number[][] {
  const sums = emptySums(patterns.facets);
  patterns.counts.forEach((count, pattern) => addPattern(sums, patterns, pattern, count * (1 - isOne(pattern))));
  return patterns.facets.map(({ kind, levels }, at) =>
    sharesOf(sums[at] ?? [], shipped[kind].different, SHIPPED_DIFFERENT, UNSEEN, levels),
  );
}

export interface RuleMatches {
  /** Sums of matches by facet and level; null for a facet that the rule itself looks at. */
  readonly sums: readonly (readonly number[] | null)[];
}

/**
 * What one blocking rule's pairs teach of matching records, by expectation–maximisation with the shares among different
 * records fixed (Fellegi–Sunter; the fields of the rule left out, since they agree by construction).
 */
export function learnFromRule(
  patterns: AgreementPatterns,
  shipped: Shipped,
  isUsed: (facet: Facet) => boolean,
  shares: readonly LevelShares[],
): RuleMatches {
  const { facets, levels, counts } = patterns;
  const width = facets.length;
  const open = facets.map((facet) => !isUsed(facet));
  let matching = facets.map((_, at) => shares[at]?.matching ?? []);
  let share = FIRST_SHARE;
  let sums = emptySums(facets);
  const total = counts.reduce((sum, count) => sum + count, 0);
  for (let round = 0; round < ROUNDS; round++) {
    sums = emptySums(facets);
    let matches = 0;
    for (let pattern = 0; pattern < counts.length; pattern++) {
      let odds = share / (1 - share);
      for (let at = 0; at < width; at++) {
        const level = levels[pattern * width + at] ?? 0;
        if (level > 0 && open[at]) odds *= (matching[at]?.[level - 1] ?? 1) / (shares[at]?.different[level - 1] ?? 1);
      }
      const expected = ((counts[pattern] ?? 0) * odds) / (1 + odds);
      matches += expected;
      addPattern(sums, patterns, pattern, expected);
    }
    const next = Math.min(0.999, Math.max(1e-6, matches / Math.max(1, total)));
    matching = facets.map((facet, at) => matchingShares(facet, sums[at] ?? [], shares[at]?.different ?? [], shipped));
    const moved = Math.abs(next - share);
    share = next;
    if (moved < SETTLED) break;
  }
  return { sums: sums.map((sum, at) => (open[at] ? sum : null)) };
}

/** Puts together what the rules have taught of matching records. */
export function estimateMatching(
  facets: readonly Facet[],
  taught: readonly RuleMatches[],
  different: readonly (readonly number[])[],
  shipped: Shipped,
): number[][] {
  return facets.map((facet, at) => {
    const sums = zeros(facet.levels);
    for (const { sums: each } of taught) each[at]?.forEach((sum, level) => (sums[level] = (sums[level] ?? 0) + sum));
    return matchingShares(facet, sums, different[at] ?? [], shipped);
  });
}

function matchingShares(
  { kind, levels }: Facet,
  sums: readonly number[],
  different: readonly number[],
  shipped: Shipped,
): number[] {
  const raw = sharesOf(sums, shipped[kind].matching, SHIPPED_MATCHES, 0, levels);
  return fallingRatios(raw, different);
}

/**
 * A better agreement never speaks less for one person than a worse one: neighbouring levels whose ratios are the wrong way
 * round are taken together (pool adjacent violators), which is the most likely of all orders that hold.
 */
export function fallingRatios(matching: readonly number[], different: readonly number[]): number[] {
  const pools: { matching: number; different: number; levels: number }[] = [];
  matching.forEach((share, level) => {
    let pool = { matching: share, different: different[level] ?? 1, levels: 1 };
    for (
      let last = pools.at(-1);
      last && last.matching * pool.different < pool.matching * last.different;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = {
        matching: last.matching + pool.matching,
        different: last.different + pool.different,
        levels: last.levels + pool.levels,
      };
    }
    pools.push(pool);
  });
  const ratios = pools.flatMap((pool) => Array.from({ length: pool.levels }, () => pool.matching / pool.different));
  return ratios.map((ratio, level) => ratio * (different[level] ?? 1));
}

function sharesOf(
  sums: readonly number[],
  shipped: readonly number[],
  strength: number,
  unseen: number,
  levels: number,
): number[] {
  const counted = Array.from(
    { length: levels },
    (_, level) => (sums[level] ?? 0) + strength * (shipped[level] ?? 0) + unseen,
  );
  const total = counted.reduce((sum, count) => sum + count, 0);
  return counted.map((count) => count / total);
}

function emptySums(facets: readonly Facet[]): number[][] {
  return facets.map(({ levels }) => zeros(levels));
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}

function addPattern(sums: number[][], { facets, levels }: AgreementPatterns, pattern: number, amount: number): void {
  const width = facets.length;
  for (let at = 0; at < width; at++) {
    const level = levels[pattern * width + at] ?? 0;
    const sum = sums[at];
    if (level > 0 && sum) sum[level - 1] = (sum[level - 1] ?? 0) + amount;
  }
}
