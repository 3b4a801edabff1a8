import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leadsStillNeeded } from "./leads-still-needed.ts";
import type { MeasuredStep, SalesPlan } from "./leads-still-needed.ts";

const steps: MeasuredStep[] = [
  { from: "lead", to: "mql", passed: 500, of: 4000 },
  { from: "mql", to: "sql", passed: 400, of: 500 },
  { from: "sql", to: "opportunity", passed: 160, of: 400 },
  { from: "opportunity", to: "won", passed: 40, of: 160 },
];
const plan: SalesPlan = {
  target: 30_000,
  won: 10_000,
  steps,
  dealAmounts: Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? 900 : 1100)),
};

describe("from the target back to leads", () => {
  test("divides by the mean deal and by each rate on the way", () => {
    const answer = leadsStillNeeded(plan);
    if (answer.kind !== "needed") throw new Error(answer.kind);
    expect(answer.gap).toBe(20_000);
    expect(answer.steps.map(({ step, needed }) => [step, needed])).toEqual([
      ["won", 20],
      ["opportunity", 80],
      ["sql", 200],
      ["mql", 250],
      ["lead", 2000],
    ]);
  });
  test("the interval grows with every rate on the way", () => {
    const answer = leadsStillNeeded(plan);
    if (answer.kind !== "needed") throw new Error(answer.kind);
    const widths = answer.steps.map(({ low, needed, high }) => {
      expect(low).toBeLessThanOrEqual(needed);
      expect(high).toBeGreaterThanOrEqual(needed);
      return high / low;
    });
    expect(widths.at(-1)).toBeGreaterThan(widths[0] ?? 0);
    // By hand: 0.75/40 + 0.6/160 + 0.2/400 + 0.875/500 + 0.01026/40 = 0.0250; exp(1.96 · √0.0250) = 1.363.
    expect(answer.steps.at(-1)).toEqual({ step: "lead", needed: 2000, low: 1467, high: 2727 });
  });
  test("a target that is reached needs nothing more", () => {
    expect(leadsStillNeeded({ ...plan, won: 30_001 })).toEqual({ kind: "reached", surplus: 1 });
    expect(leadsStillNeeded({ ...plan, won: 30_000 })).toEqual({ kind: "reached", surplus: 0 });
  });
  test("too few outcomes are named instead of guessed over", () => {
    expect(leadsStillNeeded({ ...plan, dealAmounts: [900, 1100, 1000, 1000] })).toEqual({
      kind: "not_enough",
      missing: "deals",
      have: 4,
      enough: 5,
    });
    const thin = steps.map((one) => (one.to === "sql" ? { ...one, passed: 3 } : one));
    expect(leadsStillNeeded({ ...plan, steps: thin })).toMatchObject({ kind: "not_enough", missing: "sql", have: 3 });
    expect(leadsStillNeeded({ ...plan, dealAmounts: [0, 0, 0, 0, 0] })).toMatchObject({ missing: "deals", have: 0 });
  });
  test("more that passed than there were is a mistake", () => {
    const broken = steps.map((one) => (one.to === "sql" ? { ...one, of: 300 } : one));
    expect(() => leadsStillNeeded({ ...plan, steps: broken })).toThrow(RangeError);
  });
});

test("a larger gap or a lower rate never needs fewer leads", () => {
  const leads = (one: SalesPlan): number => {
    const answer = leadsStillNeeded(one);
    return answer.kind === "needed" ? (answer.steps.at(-1)?.needed ?? 0) : 0;
  };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 5, max: 500 }), (won, passed) => {
      expect(leads({ ...plan, won })).toBeGreaterThanOrEqual(leads({ ...plan, won: won + 1 }));
      const rate = (count: number): SalesPlan => ({
        ...plan,
        steps: steps.map((one) => (one.to === "mql" ? { ...one, passed: count } : one)),
      });
      expect(leads(rate(passed))).toBeGreaterThanOrEqual(leads(rate(passed + 1)));
    }),
  );
});
