import fc from "fast-check";
import { expect, it } from "vitest";
import type { BlockingRule } from "./blocking-rules.ts";
import { buildBlocks } from "./candidate-blocks.ts";
import type { RecordTable } from "./record-table.ts";

it("gives each pair that shares a key of any rule once, and no other", () => {
  const keys = fc.array(fc.array(fc.nat(6), { maxLength: 3 }), { maxLength: 30 });
  fc.assert(
    fc.property(keys, keys, (first, second) => {
      const size = Math.min(first.length, second.length);
      const found = pairsOf({ size, columns: {} }, [ruleOf("first", first), ruleOf("second", second)]);
      const wanted: string[] = [];
      for (let a = 0; a < size; a++) {
        for (let b = 0; b < a; b++)
          if ([first, second].some((each) => each[a]?.some((key) => each[b]?.includes(key)))) wanted.push(`${a} ${b}`);
      }
      expect(found.toSorted()).toEqual(wanted.toSorted());
    }),
  );
});

it("compares records of one list with none of it", () => {
  const lists = Int32Array.from([0, 0, 1, 1]);
  const found = pairsOf({ size: 4, columns: {}, lists }, [ruleOf("all", [[1], [1], [1], [1]])]);
  expect(found.toSorted()).toEqual(["2 0", "2 1", "3 0", "3 1"]);
});

it("bounds the pairs of a key that thousands share, and still compares neighbours", () => {
  const size = 5000;
  const pairs = pairsOf({ size, columns: {} }, [
    ruleOf(
      "all",
      Array.from({ length: size }, () => [7]),
    ),
  ]);
  expect(pairs.length).toBeLessThan(size * 11);
  expect(new Set(pairs).size).toBe(pairs.length);
  expect(pairs).toContain("101 100");
  expect(pairs).not.toContain("4000 100");
});

it("draws pairs of one rule up to about a limit", () => {
  const size = 300;
  const rules = [
    ruleOf("none", []),
    ruleOf(
      "all",
      Array.from({ length: size }, () => [7]),
    ),
  ];
  const blocks = buildBlocks({ size, columns: {} }, rules, () => ranks(size));
  const drawn = { none: 0, all: 0 };
  blocks.samplePairs(0, 100, Math.random, () => drawn.none++);
  blocks.samplePairs(1, 1_000_000, Math.random, () => drawn.all++);
  expect(drawn).toEqual({ none: 0, all: (size * (size - 1)) / 2 });
});

function pairsOf(table: RecordTable, rules: readonly BlockingRule[]): string[] {
  const pairs: string[] = [];
  buildBlocks(table, rules, () => ranks(table.size)).eachPair((a, b) => void pairs.push(`${a} ${b}`));
  return pairs;
}

function ranks(size: number): Int32Array {
  return Int32Array.from({ length: size }, (_, at) => at);
}

function ruleOf(name: string, keys: readonly (readonly number[])[]): BlockingRule {
  return { name, uses: [], eachKey: (record, give) => keys[record]?.forEach(give) };
}
