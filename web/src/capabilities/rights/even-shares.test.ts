import fc from "fast-check";
import { expect, test } from "vitest";
import { evenShares, sumOf } from "./even-shares.ts";

test("even shares make a hundred and differ by one percent at most, and dust of fractions adds nothing", () => {
  expect(evenShares(3)).toEqual([34, 33, 33]);
  expect(sumOf([33.34, 33.33, 33.33, null])).toBe(100);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), (count) => {
      const shares = evenShares(count);
      expect(sumOf(shares)).toBe(100);
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
    }),
  );
});
