import { blockingRules } from "./blocking-rules.ts";
import { buildBlocks, type CandidateBlocks } from "./candidate-blocks.ts";
import { chooseThresholds, expectErrors, type ExpectedErrors, type Thresholds } from "./choose-thresholds.ts";
import { estimatePrior } from "./estimate-prior.ts";
import type { Facet } from "./facet.ts";
import { createFacets } from "./create-facets.ts";
import { bitsOf } from "./probability.ts";
import { joinClusters } from "./join-clusters.ts";
import { holdsOrganisations, learnShares, seePatterns } from "./learn-shares.ts";
import { PairList } from "./pair-list.ts";
import { createPairScorer, type PairScorer } from "./pair-scorer.ts";
import { rankByName } from "./rank-by-name.ts";
import type { RecordTable } from "./record-table.ts";
import { seededNumbers } from "./seeded-numbers.ts";
import type { LevelShares } from "./weights.ts";

/** What was found among the records of a table. */
export interface Duplicates {
  /** Pairs with evidence for one, each with its bits; the prior is not in them. */
  readonly pairs: PairList;
  /** How likely any two records are one, in bits. */
  readonly prior: number;
  readonly thresholds: Thresholds;
  readonly expected: ExpectedErrors;
  /** For each record the one that stands for its cluster. */
  readonly clusterOf: Int32Array;
  /** For each record the one that is likeliest the same, or −1 where it was compared with none. */
  readonly likeliest: Int32Array;
  readonly facets: readonly Facet[];
  readonly shares: readonly LevelShares[];
  /** How many pairs were compared. */
  readonly compared: number;
  /** The evidence of any two records, in bits, and what one facet says of them. */
  evidence(a: number, b: number): number;
  evidenceOf(facet: number, a: number, b: number): number;
}

export interface Surroundings {
  /** The letters for Chinese characters. */
  readAloud(text: string): string;
  /** Of the numbers that pairs are drawn by; the same seed gives the same answer. */
  readonly seed: number;
}

/** What is assumed of two records before anything is counted: one pair in ten thousand. */
const FIRST_PRIOR = bitsOf(1e-4);
/** Among more records pairs drawn at random are strangers, and a value counted twice changes little: once is enough. */
const MOST_WEIGHED_TWICE = 100_000;

/**
 * Finds which records are one (R-ID-2), without labels: learns from the records what agreement says, weighs every pair that
 * shares a key, chooses thresholds by the probabilities, and joins what they allow. Of few records twice: who is one is known
 * better the second time, and with it which values are common.
 */
export function findDuplicates(table: RecordTable, { readAloud, seed }: Surroundings): Duplicates {
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
    entities = joined(table.size, first, firstPrior);
    shares = learnShares(seen, firstPrior);
  }
  const second = weigh(table, blocks, createPairScorer(facets, shares, entities));
  const evidence = second.pairs.numbers();
  const prior = estimatePrior(evidence, table.size, allPairs);
  const thresholds = chooseThresholds(evidence, prior);
  return {
    ...second,
    prior,
    thresholds,
    expected: expectErrors(evidence, prior, thresholds),
    clusterOf: joined(table.size, second, prior, thresholds.same),
    facets,
    shares,
    evidence: (a, b) => second.scorer.bits(a, b),
    evidenceOf: (facet, a, b) => second.scorer.facetBits(facet, a, b),
  };
}

interface Weighed {
  readonly scorer: PairScorer;
  readonly pairs: PairList;
  readonly likeliest: Int32Array;
  readonly compared: number;
}

function weigh({ size }: RecordTable, blocks: CandidateBlocks, scorer: PairScorer): Weighed {
  const pairs = new PairList();
  const likeliest = new Int32Array(size).fill(-1);
  const best = new Float32Array(size).fill(Number.NEGATIVE_INFINITY);
  let compared = 0;
  blocks.eachPair((a, b) => {
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

function joined(size: number, { pairs, scorer }: Weighed, prior: number, same = 0.5): Int32Array {
  const sure = new PairList();
  const least = bitsOf(Math.min(same, 1 - Number.EPSILON)) - prior;
  for (let at = 0; at < pairs.length; at++) {
    if (pairs.number(at) >= least) sure.push(pairs.first(at), pairs.second(at), pairs.number(at));
  }
  return joinClusters(size, sure, (a, b) => scorer.bits(a, b), -prior);
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
