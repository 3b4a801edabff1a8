import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, jaroWinkler } from "./text-distance.ts";

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 9 });

describe("Jaro–Winkler", () => {
  it.each([
    ["martha", "marhta", 0.9611],
    ["dixon", "dicksonx", 0.8133],
    ["dwayne", "duane", 0.84],
    ["王伟", "王伟", 1],
    ["abc", "xyz", 0],
    ["", "a", 0],
  ])("of %s and %s is as published", (a, b, expected) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(expected, 4);
  });

  it("is the same both ways, between 0 and 1, and 1 for equal texts alone", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const alike = jaroWinkler(a, b);
        expect(alike).toBeCloseTo(jaroWinkler(b, a), 10);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        if (a !== b) expect(alike).toBeLessThan(1);
      }),
    );
  });
});

describe("the edit distance", () => {
  it.each([
    ["13800138000", "13800138000", 0],
    ["13800138000", "13800130800", 1],
    ["13800138000", "1380013800", 1],
    ["kitten", "sitting", 3],
    ["ca", "abc", 3],
    ["", "abc", 3],
  ])("between %s and %s is %i", (a, b, expected) => {
    expect(editDistance(a, b, 5)).toBe(expected);
  });

  it("is that of the plain table up to its limit, and one more beyond", () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 4 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(plainDistance(a, b), limit + 1));
      }),
      { numRuns: 2000 },
    );
  });
});

/** The whole table, without limit or band. */
function plainDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, line) =>
    Array.from({ length: b.length + 1 }, (__, column) => (line === 0 ? column : column === 0 ? line : 0)),
  );
  const at = (line: number, column: number): number => table[line]?.[column] ?? 0;
  for (let line = 1; line <= a.length; line++) {
    for (let column = 1; column <= b.length; column++) {
      const isEqual = a[line - 1] === b[column - 1];
      let cost = Math.min(
        at(line - 1, column - 1) + (isEqual ? 0 : 1),
        at(line - 1, column) + 1,
        at(line, column - 1) + 1,
      );
      if (line > 1 && column > 1 && a[line - 1] === b[column - 2] && a[line - 2] === b[column - 1]) {
        cost = Math.min(cost, at(line - 2, column - 2) + 1);
      }
      (table[line] ?? [])[column] = cost;
    }
  }
  return at(a.length, b.length);
}
