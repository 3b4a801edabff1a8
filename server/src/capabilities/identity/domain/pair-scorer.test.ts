import { expect, it } from "vitest";
import { readAloud } from "../read-aloud.ts";
import { createFacets } from "./create-facets.ts";
import { createPairScorer, valueRarity } from "./pair-scorer.ts";
import { RecordTableBuilder } from "./record-table.ts";
import { SHIPPED } from "./weights.ts";

const RECORDS = [
  ...Array.from({ length: 40 }, () => ({ surname: ["王"], given: ["伟"] })),
  { surname: ["欧阳"], given: ["伟"] },
  { surname: ["欧阳"], given: ["伟"] },
  { surname: ["王"], given: ["敏"] },
];

function scorerOf(entityOf: (record: number) => number) {
  const builder = new RecordTableBuilder();
  for (const record of RECORDS) builder.add(record);
  const facets = createFacets(builder.finish(), readAloud);
  const entities = Int32Array.from(RECORDS.keys(), entityOf);
  return createPairScorer(
    facets,
    facets.map(({ kind }) => SHIPPED[kind]),
    entities,
  );
}

it("an agreement in a rare name says more than one in a common name", () => {
  const { facetBits } = scorerOf((record) => record);
  expect(facetBits(1, 40, 41)).toBeGreaterThan(facetBits(1, 0, 1) + 3);
});

it("a name that one customer left forty times is no common name", () => {
  const known = scorerOf((record) => (record < 40 ? 0 : record));
  expect(known.facetBits(1, 0, 1)).toBeGreaterThan(scorerOf((record) => record).facetBits(1, 0, 1) + 3);
});

it("what disagrees speaks against, and the whole is the same both ways", () => {
  const { bits, facetBits } = scorerOf((record) => record);
  expect(facetBits(0, 0, 42)).toBeLessThan(0);
  expect(bits(0, 42)).toBeLessThan(bits(0, 1));
  expect(bits(42, 0)).toBe(bits(0, 42));
});

it("a value seen once is rare and not impossible", () => {
  const column = { values: ["a", "b"], starts: Int32Array.from([0, 1, 2, 3]), valueIds: Int32Array.from([0, 0, 1]) };
  const [common = 0, rare = 0] = valueRarity(column, 0.01, Int32Array.from([0, 1, 2]));
  expect(rare - common).toBeCloseTo(1, 5);
  expect(rare).toBeCloseTo(Math.log2(0.01 * (3 + 100)), 5);
});
