import fc from "fast-check";
import { expect, test } from "vitest";
import { inOrder, sharesMakeHundred } from "./shares-make-hundred.ts";

const share = (personId: string, percent: number) => ({ personId, percent });

test("thirds make a hundred when a hundredth goes to one of them, and not without", () => {
  expect(sharesMakeHundred([share("a", 33.34), share("b", 33.33), share("c", 33.33)])).toBe(true);
  expect(sharesMakeHundred([share("a", 33.33), share("b", 33.33), share("c", 33.33)])).toBe(false);
  expect(sharesMakeHundred([share("a", 50), share("a", 50)])).toBe(false);
  expect(sharesMakeHundred([])).toBe(true);
});

test("whatever a hundred is cut into makes a hundred again, in whatever order, and a hundredth less does not", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { maxLength: 8 }), (cuts) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), 10_000];
      const shares = at.slice(1).map((end, place) => share(String(place), (end - (at[place] ?? 0)) / 100));
      expect(sharesMakeHundred(shares)).toBe(true);
      expect(inOrder(shares.toReversed())).toEqual(inOrder(shares));
      const [first, ...rest] = shares;
      if (first && first.percent > 0.01) {
        expect(sharesMakeHundred([share(first.personId, first.percent - 0.01), ...rest])).toBe(false);
      }
    }),
  );
});
