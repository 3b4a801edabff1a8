import { chooseThresholds, expectErrors, type ExpectedErrors, type Thresholds } from "./choose-thresholds.ts";
import type { Facet } from "./facet.ts";
import { joinSure } from "./join-sure.ts";
import type { PairList } from "./pair-list.ts";
import type { RecordTable } from "./record-table.ts";
import type { LevelShares } from "./weights.ts";
import { weighRecords, type Surroundings } from "./weigh-records.ts";

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

/**
 * Finds which records are one (R-ID-2), without labels: learns from the records what agreement says, weighs every pair that
 * shares a key, chooses thresholds by the probabilities, and joins what they allow. Of few records twice: who is one is known
 * better the second time, and with it which values are common.
 */
export function findDuplicates(table: RecordTable, surroundings: Surroundings): Duplicates {
  const weighed = weighRecords(table, surroundings);
  const { prior, pairs, scorer } = weighed;
  const evidence = pairs.numbers();
  const thresholds = chooseThresholds(evidence, prior);
  return {
    ...weighed,
    thresholds,
    expected: expectErrors(evidence, prior, thresholds),
    clusterOf: joinSure(table.size, weighed, prior, thresholds.same),
    evidence: (a, b) => scorer.bits(a, b),
    evidenceOf: (facet, a, b) => scorer.facetBits(facet, a, b),
  };
}
