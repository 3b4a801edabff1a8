import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectationsOf } from "./expectations.ts";

const BANDS = [
  { from: 0, pairs: 100, matches: 1 },
  { from: 0.2, pairs: 20, matches: 8 },
  { from: 0.9, pairs: 50, matches: 49 },
];
const rest = { pairs: 1000, matches: 0.5 };

describe("what is expected of two thresholds", () => {
  test("is summed from the bands above, between and below, and from what was not kept", () => {
    const expected = expectationsOf({ bands: BANDS, rest }, { review: 0.2, same: 0.9 });
    expect(expected).toMatchObject({
      same: { pairs: 50, wrong: 1 },
      review: { pairs: 20, matches: 8 },
      below: { pairs: 1100, missed: 1.5 },
    });
    expect(expected.wrongShare).toBeCloseTo(0.02);
    expect(expected.missedShare).toBeCloseTo(1.5 / 58.5);
  });

  test("is no share of nothing", () => {
    expect(expectationsOf({ bands: [], rest: null }, { review: 0.2, same: 0.9 })).toMatchObject({
      wrongShare: null,
      missedShare: null,
    });
  });

  test("gets stricter with the thresholds: fewer wrong above, more missed below", () => {
    const band = fc.record({ from: fc.double({ min: 0, max: 0.999, noNaN: true }), pairs: fc.nat(1000) });
    const threshold = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(fc.array(band), threshold, threshold, (given, a, b) => {
        const bands = given.map(({ from, pairs }) => ({ from, pairs, matches: pairs * from }));
        const at = (step: number) => expectationsOf({ bands, rest: null }, { review: step, same: step });
        const [lax, strict] = [at(Math.min(a, b)), at(Math.max(a, b))];
        expect(strict.same.wrong).toBeLessThanOrEqual(lax.same.wrong + 1e-6);
        expect(strict.below.missed).toBeGreaterThanOrEqual(lax.below.missed - 1e-6);
        expect(strict.same.pairs + strict.below.pairs).toBe(lax.same.pairs + lax.below.pairs);
      }),
    );
  });
});
