import fc from "fast-check";
import { expect, it } from "vitest";
import { PatternCollector, type AgreementPatterns } from "./agreement-patterns.ts";
import { estimateDifferent, estimateMatching, fallingRatios, learnFromRule } from "./estimate-weights.ts";
import type { Facet } from "./facet.ts";
import type { FieldKind } from "./record-table.ts";
import { seededNumbers } from "./seeded-numbers.ts";
import { SHIPPED, type LevelShares } from "./weights.ts";

const KINDS = ["surname", "birth", "postcode", "city"] as const satisfies readonly FieldKind[];
/** What the simulated records show; different from what is shipped. */
const TRUE: Readonly<Record<(typeof KINDS)[number], LevelShares>> = {
  surname: { matching: [0.6, 0.2, 0.1, 0.1], different: [0.02, 0.02, 0.06, 0.9] },
  birth: { matching: [0.7, 0.1, 0.1, 0.1], different: [0.01, 0.02, 0.07, 0.9] },
  postcode: { matching: [0.5, 0.3, 0.1, 0.1], different: [0.03, 0.02, 0.05, 0.9] },
  city: { matching: [0.7, 0.2, 0.1], different: [0.05, 0.05, 0.9] },
};

it("learns without labels what agreement says, from pairs of which a fifth are one", () => {
  const different = estimateDifferent(simulate(60_000, 0), SHIPPED, () => 0);
  const shares = KINDS.map((kind, at) => ({ matching: SHIPPED[kind].matching, different: different[at] ?? [] }));
  const taught = learnFromRule(simulate(60_000, 0.2), SHIPPED, () => false, shares);
  const matching = estimateMatching(facets(), [taught], different, SHIPPED);
  KINDS.forEach((kind, at) => {
    TRUE[kind].matching.forEach((share, level) => expect(matching[at]?.[level]).toBeCloseTo(share, 1));
    TRUE[kind].different.forEach((share, level) => expect(different[at]?.[level]).toBeCloseTo(share, 1));
  });
});

it("keeps to the shipped weights where the data is next to nothing", () => {
  const patterns = simulate(5, 0.5);
  const different = estimateDifferent(patterns, SHIPPED, () => 0);
  const matching = estimateMatching(facets(), [], different, SHIPPED);
  KINDS.forEach((kind, at) => {
    SHIPPED[kind].matching.forEach((share, level) => expect(matching[at]?.[level]).toBeCloseTo(share, 1));
    SHIPPED[kind].different.forEach((share, level) => expect(different[at]?.[level]).toBeCloseTo(share, 1));
  });
});

it("learns nothing of the fields that a rule looks at", () => {
  const shares = KINDS.map((kind) => SHIPPED[kind]);
  const { sums } = learnFromRule(simulate(1000, 0.3), SHIPPED, ({ kind }) => kind === "birth", shares);
  expect(sums.map((sum) => sum === null)).toEqual([false, true, false, false]);
});

it("a better agreement never says less than a worse one", () => {
  const share = fc.double({ min: 0.001, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 6 }), (levels) => {
      const different = levels.map(([, each]) => each);
      const falling = fallingRatios(
        levels.map(([each]) => each),
        different,
      );
      const ratios = falling.map((each, level) => each / (different[level] ?? 1));
      ratios.slice(1).forEach((ratio, at) => expect(ratio).toBeLessThanOrEqual((ratios[at] ?? 0) * (1 + 1e-9)));
      expect(totalOf(falling)).toBeCloseTo(totalOf(levels.map(([each]) => each)), 8);
    }),
  );
  expect(fallingRatios([0.5, 0.3, 0.2], [0.1, 0.3, 0.6])).toEqual([0.5, 0.3, 0.2]);
});

function simulate(pairs: number, matches: number): AgreementPatterns {
  const random = seededNumbers(3);
  const levels = new Map<FieldKind, number>();
  const collector = new PatternCollector(facets((kind) => levels.get(kind) ?? 0));
  for (let pair = 0; pair < pairs; pair++) {
    const side = random() < matches ? "matching" : "different";
    for (const kind of KINDS) levels.set(kind, draw(TRUE[kind][side], random()));
    collector.take(0, 1);
  }
  return collector.finish();
}

function draw(shares: readonly number[], at: number): number {
  let passed = 0;
  return (
    1 +
    Math.max(
      0,
      shares.findIndex((share) => (passed += share) > at),
    )
  );
}

function facets(level: (kind: FieldKind) => number = () => 0): Facet[] {
  const column = { values: [], starts: new Int32Array(3), valueIds: new Int32Array(0) };
  return KINDS.map((kind) => ({ kind, levels: TRUE[kind].matching.length, column, level: () => level(kind) }));
}

function totalOf(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
