import fc from "fast-check";
import { expect, it } from "vitest";
import { compareCodes, compareDays, compareMails } from "./compare-codes.ts";

it.each([
  ["13800138000", "13800138000", 1],
  ["13800138000", "13800138001", 2],
  ["13800138000", "13800130800", 2],
  ["13800138000", "13800131001", 3],
  ["13800138000", "18612345678", 4],
  ["2602", "2620", 2],
  ["2602", "2133", 4],
])("the codes %s and %s agree at level %i", (a, b, level) => {
  expect(compareCodes(a, b)).toBe(level);
});

it.each([
  ["19850312", "19850312", 1],
  ["19850312", "19850313", 2],
  ["19850312", "19851203", 2],
  ["19850312", "19850325", 3],
  ["19850312", "19580312", 2],
  ["19850312", "19721101", 4],
  ["19850312", "1985", 4],
])("the days %s and %s agree at level %i", (a, b, level) => {
  expect(compareDays(a, b)).toBe(level);
});

it.each([
  ["linxiao@qq.com", "linxiao@qq.com", 1],
  ["linxiao@qq.com", "linxiao@163.com", 2],
  ["linxiao@qq.com", "linxioa@qq.com", 2],
  ["lin@qq.com", "lin@163.example", 4],
  ["linxiao@qq.com", "chenhao@qq.com", 4],
])("the mails %s and %s agree at level %i", (a, b, level) => {
  expect(compareMails(a, b)).toBe(level);
});

it("agrees both ways, and fully with itself", () => {
  const digits = fc.stringMatching(/^[0-3]{4,9}$/);
  fc.assert(
    fc.property(digits, digits, (a, b) => {
      for (const compare of [compareCodes, compareDays, compareMails]) {
        expect(compare(a, b)).toBe(compare(b, a));
        expect(compare(a, a)).toBe(1);
        if (a !== b) expect(compare(a, b)).toBeGreaterThan(1);
      }
    }),
  );
});
