import fc from "fast-check";
import { expect, it } from "vitest";
import { chooseThresholds, expectErrors } from "./choose-thresholds.ts";
import { estimatePrior } from "./estimate-prior.ts";
import { bitsOf, probabilityOf } from "./probability.ts";

const evidence = fc
  .array(fc.double({ min: -20, max: 30, noNaN: true }), { maxLength: 60 })
  .map((bits) => Float32Array.from(bits));

it("joins so that few of the joined are expected to be two, and never against the odds", () => {
  fc.assert(
    fc.property(evidence, (bits) => {
      const { same, different } = chooseThresholds(bits, -8);
      const { same: joined, wronglySame } = expectErrors(bits, -8, { same, different });
      expect(same).toBeGreaterThanOrEqual(0.5);
      expect(different).toBeLessThan(same);
      if (same < 0.999) expect(wronglySame).toBeLessThanOrEqual(0.02 * joined + 1e-9);
    }),
  );
});

it("counts every pair with its probability on one side or the other", () => {
  fc.assert(
    fc.property(evidence, (bits) => {
      const { same, wronglySame, matchesInReview, missed } = expectErrors(bits, -5, { same: 0.9, different: 0.2 });
      const all = bits.reduce((total, each) => total + probabilityOf(each - 5), 0);
      expect(same - wronglySame + matchesInReview + missed).toBeCloseTo(all, 6);
    }),
  );
});

it("asks for more where the evidence is mixed", () => {
  const clear = Float32Array.from({ length: 100 }, (_, at) => (at < 50 ? 30 : -5));
  const mixed = Float32Array.from({ length: 100 }, (_, at) => 5 + (at % 10));
  expect(chooseThresholds(clear, -8).same).toBe(0.5);
  expect(chooseThresholds(mixed, -8).same).toBeGreaterThan(0.9);
});

it("finds how likely two records are one from the evidence, and assumes little where there is none", () => {
  const clear = Float32Array.from({ length: 1000 }, (_, at) => (at < 400 ? 40 : -40));
  expect(probabilityOf(estimatePrior(clear, 2000, 1_999_000))).toBeCloseTo(420 / 1_999_020, 6);
  expect(probabilityOf(estimatePrior(new Float32Array(0), 100, 4950))).toBeCloseTo(1 / 4951, 6);
});

it("turns probabilities into bits and back", () => {
  expect(probabilityOf(0)).toBe(0.5);
  expect(bitsOf(0.5)).toBe(0);
  expect(probabilityOf(bitsOf(0.125))).toBeCloseTo(0.125, 12);
});
