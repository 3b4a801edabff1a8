import fc from "fast-check";
import { expect, it } from "vitest";
import { parseAmount } from "./parse-amount.ts";

it.each([
  ["268", 26_800, "CNY"],
  ["¥268万", 268_000_000, "CNY"],
  ["￥1.2 亿", 12_000_000_000, "CNY"],
  ["3,000.00元", 300_000, "CNY"],
  ["人民币 3000 元整", 300_000, "CNY"],
  ["RMB 100", 10_000, "CNY"],
  ["２６８．５万", 268_500_000, "CNY"],
  ["0.0", 0, "CNY"],
  ["12,3456", 12_345_600, "CNY"],
  ["1,234.5", 123_450, "CNY"],
  ["1.005", 101, "CNY"],
  ["0.29", 29, "CNY"],
  ["0.00005万", 50, "CNY"],
  ["5k", 500_000, "CNY"],
  ["-100", -10_000, "CNY"],
  ["(100)", -10_000, "CNY"],
  ["$1,234.56", 123_456, "USD"],
  ["US$ 5", 500, "USD"],
  ["HK$88", 8_800, "HKD"],
  ["R$ 1.234,56", 123_456, "BRL"],
  ["€99,5", 9_950, "EUR"],
  ["JPY 1200", 1_200, "JPY"],
  ["90071992547409.91", 9_007_199_254_740_991, "CNY"],
])("reads %s as %d minor units of %s", (text, minor, currency) => {
  expect(parseAmount(text)).toEqual({ minor, currency, problem: null });
});

it.each(["", "无", "面议", "1.2.3", "12万3", "--5", "1e5", "五万", "1,23,4"])("refuses %j", (text) => {
  expect(parseAmount(text)).toMatchObject({ minor: null, problem: "unreadable" });
});

it("says when a number is too large to be exact", () => {
  expect(parseAmount("90071992547409.92")).toMatchObject({ minor: null, problem: "too_large" });
  expect(parseAmount("99999999亿")).toMatchObject({ minor: null, problem: "too_large" });
});

it("reads back every amount it is shown, grouped, in 万, or with a decimal comma", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (minor) => {
      const exact = (minor / 100).toFixed(2);
      expect(parseAmount(exact).minor).toBe(minor);
      expect(parseAmount((minor / 100).toLocaleString("en-US", { minimumFractionDigits: 2 })).minor).toBe(minor);
      expect(parseAmount((minor / 100).toLocaleString("de-DE", { minimumFractionDigits: 2 })).minor).toBe(minor);
      expect(parseAmount(`${(minor / 1_000_000).toFixed(6)}万`).minor).toBe(minor);
    }),
  );
});

it("never throws and gives only whole safe numbers", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[¥$-]?[0-9,.]{0,30}[万亿元k]?$/)),
      (text) => {
        const { minor, problem } = parseAmount(text);
        expect(minor === null).toBe(problem !== null);
        if (minor !== null) expect(Number.isSafeInteger(minor)).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
});
