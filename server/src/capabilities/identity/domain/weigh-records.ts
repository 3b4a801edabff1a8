import { blockingRules } from "./blocking-rules.ts";
import { buildBlocks, type CandidateBlocks } from "./candidate-blocks.ts";
import { createFacets } from "./create-facets.ts";
import { estimatePrior } from "./estimate-prior.ts";
import type { Facet } from "./facet.ts";
import { joinSure } from "./join-sure.ts";
import { holdsOrganisations, learnShares, seePatterns } from "./learn-shares.ts";
import { PairList } from "./pair-list.ts";
import { createPairScorer, type PairScorer } from "./pair-scorer.ts";
import { bitsOf } from "./probability.ts";
import { rankByName } from "./rank-by-name.ts";
import type { RecordTable } from "./record-table.ts";
import { seededNumbers } from "./seeded-numbers.ts";
import type { LevelShares } from "./weights.ts";

export interface Surroundings {
  /** The letters for Chinese characters. */
  readAloud(text: string): string;
  /** Of the numbers that pairs are drawn by; the same seed gives the same answer. */
  readonly seed: number;
  /** Told now and then, while pairs are compared, up to which record all are. */
  onCompared?(record: number): void;
}

/** Every pair of records that shares a key, weighed by what the records themselves have taught. */
export interface WeighedRecords extends Weighed {
  readonly facets: readonly Facet[];
  readonly shares: readonly LevelShares[];
  /** How likely any two records are one, in bits. */
  readonly prior: number;
  /** How many pairs the records make. */
  readonly allPairs: number;
}

/** What is assumed of two records before anything is counted: one pair in ten thousand. */
const FIRST_PRIOR = bitsOf(1e-4);
/** Among more records pairs drawn at random are strangers, and a value counted twice changes little: once is enough. */
const MOST_WEIGHED_TWICE = 100_000;
const TOLD_EVERY = 10_000;

/**
 * Learns from the records what agreement says and weighs every pair that shares a key. Of few records twice: who is one is
 * known better the second time, and with it which values are common.
 */
export function weighRecords(table: RecordTable, { readAloud, seed, onCompared }: Surroundings): WeighedRecords {
  const facets = createFacets(table, readAloud);
  const blocks = buildBlocks(table, blockingRules(table, readAloud), () => rankByName(table));
  const entityOf = firstEntities(table);
  const seen = seePatterns(table, facets, blocks, entityOf, seededNumbers(seed));
  const allPairs = countPairs(table);
  let shares = learnShares(seen, FIRST_PRIOR);
  let entities = entityOf;
  if (table.size <= MOST_WEIGHED_TWICE) {
    const first = weigh(table, blocks, createPairScorer(facets, shares, entities));
    const firstPrior = estimatePrior(first.pairs.numbers(), table.size, allPairs);
    entities = joinSure(table.size, first, firstPrior);
    shares = learnShares(seen, firstPrior);
  }
  const weighed = weigh(table, blocks, createPairScorer(facets, shares, entities), onCompared);
  const prior = estimatePrior(weighed.pairs.numbers(), table.size, allPairs);
  return { ...weighed, facets, shares, prior, allPairs };
}

export interface Weighed {
  readonly scorer: PairScorer;
  /** Pairs with evidence for one, each with its bits; the prior is not in them. */
  readonly pairs: PairList;
  /** For each record the one that is likeliest the same, or −1 where it was compared with none. */
  readonly likeliest: Int32Array;
  /** How many pairs were compared. */
  readonly compared: number;
}

function weigh(
  { size }: RecordTable,
  blocks: CandidateBlocks,
  scorer: PairScorer,
  onCompared?: (record: number) => void,
): Weighed {
  const pairs = new PairList();
  const likeliest = new Int32Array(size).fill(-1);
  const best = new Float32Array(size).fill(Number.NEGATIVE_INFINITY);
  let compared = 0;
  let told = 0;
  blocks.eachPair((a, b) => {
    if (a - told >= TOLD_EVERY) onCompared?.((told = a));
    const bits = scorer.bits(a, b);
    compared++;
    if (bits > 0) pairs.push(a, b, bits);
    if (bits > (best[a] ?? 0)) {
      best[a] = bits;
      likeliest[a] = b;
    }
    if (bits > (best[b] ?? 0)) {
      best[b] = bits;
      likeliest[b] = a;
    }
  });
  return { scorer, pairs, likeliest, compared };
}

/** Two organisations of one whole name are one until more is known: names are given to tell organisations apart. */
function firstEntities(table: RecordTable): Int32Array {
  const entities = Int32Array.from({ length: table.size }, (_, record) => record);
  const { organisation } = table.columns;
  if (!organisation || !holdsOrganisations(table)) return entities;
  const firstWith = new Int32Array(organisation.values.length).fill(-1);
  for (let record = 0; record < table.size; record++) {
    const at = organisation.starts[record] ?? 0;
    if (at === (organisation.starts[record + 1] ?? 0)) continue;
    const value = organisation.valueIds[at] ?? 0;
    const first = firstWith[value] ?? -1;
    if (first < 0) firstWith[value] = record;
    else entities[record] = first;
  }
  return entities;
}

function countPairs({ size, lists }: RecordTable): number {
  const all = (size * (size - 1)) / 2;
  if (lists === undefined) return all;
  const sizes = new Map<number, number>();
  for (const list of lists) sizes.set(list, (sizes.get(list) ?? 0) + 1);
  return [...sizes.values()].reduce((rest, count) => rest - (count * (count - 1)) / 2, all);
}
