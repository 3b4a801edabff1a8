import type { BlockingRule } from "./blocking-rules.ts";
import type { RecordTable } from "./record-table.ts";

/** In one run: what a key, a rule and a record need fits the 53 bits of a number, which sort fast. */
export const MOST_RECORDS = 2 ** 21;
const MOST_RULES = 16;
const KEYS = 2 ** 28;
/**
 * A key that many records share tells little, and its pairs grow with the square: blocks are compared in full up to the
 * size at which all pairs are so many for each record, or so many at all where the records are few.
 */
const PAIRS_PER_RECORD = 10;
const PAIRS_AT_ALL = 500_000;
/** In a larger block each record meets so many neighbours on either side, in the order of `rank`. */
const NEIGHBOURS = 4;

/** The records that share keys. Pairs are made while they are asked for: nothing of their number is held. */
export interface CandidateBlocks {
  readonly rules: readonly BlockingRule[];
  /** Calls once for each pair that shares a key of any rule, the lower record second, record by record. */
  eachPair(take: (record: number, other: number) => void): void;
  /** Pairs of one rule, not more than some `limit`, drawn evenly by `random`. */
  samplePairs(rule: number, limit: number, random: () => number, take: (record: number, other: number) => void): void;
}

/** @param rank the order in which records of too large a block are neighbours: by their whole name. */
export function buildBlocks(
  table: RecordTable,
  rules: readonly BlockingRule[],
  rank: () => Int32Array,
): CandidateBlocks {
  if (table.size > MOST_RECORDS) throw new RangeError(`${table.size} records are more than ${MOST_RECORDS}`);
  if (rules.length > MOST_RULES) throw new RangeError(`${rules.length} rules are more than ${MOST_RULES}`);
  const entries = sortedEntries(table.size, rules);
  const members = new Int32Array(entries.length);
  const blockStarts: number[] = [];
  const blockRules: number[] = [];
  let length = 0;
  for (let from = 0; from < entries.length;) {
    const key = Math.floor((entries[from] ?? 0) / MOST_RECORDS);
    const start = length;
    let to = from;
    for (; to < entries.length && Math.floor((entries[to] ?? 0) / MOST_RECORDS) === key; to++) {
      const record = (entries[to] ?? 0) % MOST_RECORDS;
      if (length === start || members[length - 1] !== record) members[length++] = record;
    }
    if (length - start < 2) length = start;
    else {
      blockStarts.push(start);
      blockRules.push(Math.floor(key / KEYS));
    }
    from = to;
  }
  const starts = Int32Array.from([...blockStarts, length]);
  const held = members.slice(0, length);
  const largest = largestBlock(starts, Math.max(PAIRS_AT_ALL, table.size * PAIRS_PER_RECORD));
  orderLargeBlocks(held, starts, largest, rank);
  return {
    rules,
    eachPair: (take) => eachPair(table, held, starts, largest, take),
    samplePairs: (rule, limit, random, take) =>
      samplePairs(table, held, starts, largest, (block) => blockRules[block] === rule, limit, random, take),
  };
}

function sortedEntries(size: number, rules: readonly BlockingRule[]): Float64Array {
  let entries = new Float64Array(size * 4 + 16);
  let length = 0;
  let prefix = 0;
  let record = 0;
  const give = (key: number): void => {
    if (length === entries.length) {
      const larger = new Float64Array(entries.length * 2);
      larger.set(entries);
      entries = larger;
    }
    entries[length++] = (prefix + key) * MOST_RECORDS + record;
  };
  rules.forEach((rule, index) => {
    prefix = index * KEYS;
    for (record = 0; record < size; record++) rule.eachKey(record, give);
  });
  // oxlint-disable-next-line unicorn/no-array-sort -- in place: ten million keys need not be held twice
  return entries.subarray(0, length).sort();
}

function largestBlock(starts: Int32Array, budget: number): number {
  const blocksOfSize = new Map<number, number>();
  for (let block = 0; block + 1 < starts.length; block++) {
    const size = (starts[block + 1] ?? 0) - (starts[block] ?? 0);
    blocksOfSize.set(size, (blocksOfSize.get(size) ?? 0) + 1);
  }
  let pairs = 0;
  let largest = 2;
  for (const [size, blocks] of [...blocksOfSize].toSorted(([a], [b]) => a - b)) {
    pairs += (blocks * size * (size - 1)) / 2;
    if (pairs > budget) break;
    largest = size;
  }
  return largest;
}

function orderLargeBlocks(members: Int32Array, starts: Int32Array, largest: number, rank: () => Int32Array): void {
  let ranks: Int32Array | undefined;
  for (let block = 0; block + 1 < starts.length; block++) {
    const slice = members.subarray(starts[block], starts[block + 1]);
    if (slice.length <= largest) continue;
    ranks ??= rank();
    const order = ranks;
    slice.set(slice.toSorted((a, b) => (order[a] ?? 0) - (order[b] ?? 0) || a - b));
  }
}

function eachPair(
  table: RecordTable,
  members: Int32Array,
  starts: Int32Array,
  largest: number,
  take: (record: number, other: number) => void,
): void {
  const { ownStarts, positions, blocks } = positionsOf(table.size, members, starts);
  const met = new Int32Array(table.size).fill(-1);
  const { lists } = table;
  for (let record = 0; record < table.size; record++) {
    for (let at = ownStarts[record] ?? 0; at < (ownStarts[record + 1] ?? 0); at++) {
      const block = blocks[at] ?? 0;
      const start = starts[block] ?? 0;
      const end = starts[block + 1] ?? 0;
      const isLarge = end - start > largest;
      const position = positions[at] ?? 0;
      const from = isLarge ? Math.max(start, position - NEIGHBOURS) : start;
      const to = isLarge ? Math.min(end, position + NEIGHBOURS + 1) : position;
      for (let each = from; each < to; each++) {
        const other = members[each] ?? 0;
        if (other >= record || met[other] === record) continue;
        met[other] = record;
        if (lists === undefined || lists[other] !== lists[record]) take(record, other);
      }
    }
  }
}

/** For each record where in the blocks it stands. */
function positionsOf(size: number, members: Int32Array, starts: Int32Array) {
  const ownStarts = new Int32Array(size + 1);
  for (const record of members) ownStarts[record + 1] = (ownStarts[record + 1] ?? 0) + 1;
  for (let record = 1; record <= size; record++)
    ownStarts[record] = (ownStarts[record] ?? 0) + (ownStarts[record - 1] ?? 0);
  const next = ownStarts.slice();
  const positions = new Int32Array(members.length);
  const blocks = new Int32Array(members.length);
  for (let block = 0; block + 1 < starts.length; block++) {
    for (let position = starts[block] ?? 0; position < (starts[block + 1] ?? 0); position++) {
      const record = members[position] ?? 0;
      const at = next[record] ?? 0;
      next[record] = at + 1;
      positions[at] = position;
      blocks[at] = block;
    }
  }
  return { ownStarts, positions, blocks };
}

function samplePairs(
  { lists }: RecordTable,
  members: Int32Array,
  starts: Int32Array,
  largest: number,
  isOfRule: (block: number) => boolean,
  limit: number,
  random: () => number,
  take: (record: number, other: number) => void,
): void {
  let all = 0;
  const eachBlock = (visit: (start: number, size: number) => void): void => {
    for (let block = 0; block + 1 < starts.length; block++) {
      const start = starts[block] ?? 0;
      const size = (starts[block + 1] ?? 0) - start;
      if (size <= largest && isOfRule(block)) visit(start, size);
    }
  };
  eachBlock((_, size) => (all += (size * (size - 1)) / 2));
  const share = Math.min(1, limit / Math.max(1, all));
  eachBlock((start, size) => {
    for (let a = start + 1; a < start + size; a++) {
      for (let b = start; b < a; b++) {
        if (share < 1 && random() >= share) continue;
        const [record, other] = [members[a] ?? 0, members[b] ?? 0];
        if (lists === undefined || lists[record] !== lists[other]) take(record, other);
      }
    }
  });
}
