import { chooseThresholds, type Thresholds } from "./choose-thresholds.ts";
import { estimatePrior } from "./estimate-prior.ts";
import { PairList } from "./pair-list.ts";
import { bitsOf, probabilityOf } from "./probability.ts";
import type { FieldKind, PlainRecord, RecordTable } from "./record-table.ts";
import type { MatchModel } from "./shipped-model.ts";
import { weighPair } from "./weigh-pair.ts";
import { weighRecords, type Surroundings } from "./weigh-records.ts";
import { SHIPPED, type LevelShares } from "./weights.ts";

/** Pairs less likely than this are not kept: nobody is asked about one in a thousand. */
export const LEAST_KEPT = 0.001;
/** Who is asked ten times in vain reads the eleventh no more: so likely a pair must be to be put up, unless an admin wants more. */
const LEAST_ASKED = 0.1;
/** The comparison of all pairs and that of one pair differ by a few bits; what is far below is not looked at twice. */
const LEAST_LOOKED_AT = LEAST_KEPT / 8;
/** Of the likeliest pairs so many for each record, or so many at all where the records are few, are looked at twice. */
const LOOKED_AT_PER_RECORD = 0.3;
const LOOKED_AT_ALWAYS = 20_000;

/** The records of a whole base, and what of their names as they are written is counted. */
export interface NamedTable {
  readonly table: RecordTable;
  /** For each record the number of its whole name, or −1; and how many records go by each. */
  readonly nameOf: Int32Array;
  readonly namesakes: readonly number[];
}

/** What was found in a whole base, and what it taught. */
export interface MatchedTable {
  readonly model: MatchModel;
  /** The pairs that are likely enough to be kept, each with its bits. */
  readonly pairs: PairList;
  readonly compared: number;
  /** The pairs that are not kept: how many have anything in favour, and how many of them are expected to be one. */
  readonly rest: { readonly pairs: number; readonly matches: number };
  /** What the probabilities themselves recommend. */
  readonly thresholds: Thresholds;
}

/**
 * Finds the pairs of a whole base (R-ID-2). All pairs that share a key are compared with each other quickly; the likely ones
 * are weighed once more, one by one, as one pair is at any other time, so that a pair weighs the same however it was found.
 */
export function matchTable({ table, nameOf, namesakes }: NamedTable, surroundings: Surroundings): MatchedTable {
  const weighed = weighRecords(table, surroundings);
  const shares = Object.fromEntries(weighed.facets.map(({ kind }, at) => [kind, weighed.shares[at]])) as Partial<
    Record<FieldKind, LevelShares>
  >;
  const learnt: MatchModel = { records: table.size, prior: weighed.prior, shares: { ...SHIPPED, ...shares } };
  const least = leastLookedAt(weighed.pairs.numbers(), weighed.prior, table.size);
  const { readAloud } = surroundings;
  const looked = new PairList();
  const evidence = new Float32Array(weighed.pairs.length);
  for (let at = 0; at < weighed.pairs.length; at++) {
    const [a, b, quick] = [weighed.pairs.first(at), weighed.pairs.second(at), weighed.pairs.number(at)];
    if (quick < least) {
      evidence[at] = quick;
      continue;
    }
    const name = nameOf[a] ?? -1;
    const holders = name >= 0 && name === nameOf[b] ? (namesakes[name] ?? null) : null;
    const { bits } = weighPair(recordOf(table, a), recordOf(table, b), {
      model: learnt,
      areTogether: false,
      namesakes: holders,
      readAloud,
    });
    looked.push(a, b, bits);
    evidence[at] = bits;
  }
  const prior = estimatePrior(evidence, table.size, weighed.allPairs);
  const chosen = chooseThresholds(evidence, prior);
  const pairs = new PairList();
  for (let at = 0; at < looked.length; at++) {
    if (isKept(looked.number(at), prior)) pairs.push(looked.first(at), looked.second(at), looked.number(at));
  }
  let matches = 0;
  for (const bits of evidence) matches += probabilityOf(bits + prior);
  for (const bits of pairs.numbers()) matches -= probabilityOf(bits + prior);
  return {
    model: { ...learnt, prior },
    pairs,
    compared: weighed.compared,
    rest: { pairs: weighed.pairs.length - pairs.length, matches: Math.max(0, matches) },
    thresholds: { same: chosen.same, different: Math.max(chosen.different, LEAST_ASKED) },
  };
}

/** Whether a pair of so many bits is likely enough to be kept. */
export function isKept(bits: number, prior: number): boolean {
  return probabilityOf(bits + prior) >= LEAST_KEPT;
}

/** From how many bits on pairs are looked at: those that are likely enough, and of too many the likeliest. */
function leastLookedAt(evidence: Float32Array, prior: number, records: number): number {
  const likely = bitsOf(LEAST_LOOKED_AT) - prior;
  const most = Math.max(LOOKED_AT_ALWAYS, Math.floor(records * LOOKED_AT_PER_RECORD));
  const sorted = evidence.filter((bits) => bits >= likely).toSorted();
  return sorted.length <= most ? likely : (sorted[sorted.length - most] ?? likely);
}

/** One record of a table, as it was put in. */
export function recordOf({ columns }: RecordTable, record: number): PlainRecord {
  const values: Partial<Record<FieldKind, string[]>> = {};
  for (const [kind, { values: texts, starts, valueIds }] of Object.entries(columns)) {
    for (let at = starts[record] ?? 0; at < (starts[record + 1] ?? 0); at++)
      (values[kind as FieldKind] ??= []).push(texts[valueIds[at] ?? 0] ?? "");
  }
  return values;
}
