import fc from "fast-check";
import { expect, it } from "vitest";
import { createGramSets, gramsOf } from "./gram-sets.ts";

const ADDRESSES = [
  "177 pridham street milton",
  "177 pridhamstreet milton",
  "milton 177 pridham street",
  "12 duffy street yass",
  "南山区科技园南区8号",
  "科技园南区8号",
  "浦东新区张江路1号",
];

it("is little moved by a lost space, another order and a slip, and far from another address", () => {
  const { similarity } = createGramSets(ADDRESSES);
  expect(similarity(0, 0)).toBe(1);
  expect(similarity(0, 2)).toBe(1);
  expect(similarity(0, 1)).toBeGreaterThan(0.7);
  expect(similarity(0, 3)).toBeLessThan(0.3);
  expect(similarity(4, 5)).toBeGreaterThan(0.6);
  expect(similarity(4, 6)).toBeLessThan(0.3);
});

it("cuts letters in threes with their ends, keeps numbers whole, takes Chinese characters alone and in pairs", () => {
  expect([...gramsOf("ab 12")]).toEqual([" ab", "ab ", "12"]);
  expect([...gramsOf("南山8号")]).toEqual(["南", "山", "南山", "8", "号"]);
});

it("is the same both ways and between 0 and 1", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "1", "张", "江"), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 8 }), (texts) => {
      const { similarity } = createGramSets(texts);
      const alike = similarity(0, 1);
      expect(similarity(1, 0)).toBe(alike);
      expect(alike).toBeGreaterThanOrEqual(0);
      expect(alike).toBeLessThanOrEqual(1 + 1e-9);
    }),
  );
});
