import { describe, expect, it } from "vitest";
import { amountAsTyped, typedAmount } from "./typed-amount.ts";

describe("an amount that is typed", () => {
  it.each([
    ["2,680,000", 268_000_000],
    ["268万", 268_000_000],
    ["268 万元", 268_000_000],
    ["1.5亿", 15_000_000_000],
    ["￥12.34", 1234],
    ["1.2m", 120_000_000],
    ["-500", -50_000],
  ])("%s is understood in fen", (typed, minor) => {
    expect(typedAmount(typed, "CNY")).toBe(minor);
  });

  it.each(["", "万", "12 or 13", "1.2.3"])("%j is no amount", (typed) => {
    expect(typedAmount(typed, "CNY")).toBeUndefined();
  });

  it("has no decimals in a currency without them", () => {
    expect(typedAmount("500", "JPY")).toBe(500);
  });

  it("is understood again as it is shown in the editor", () => {
    expect(typedAmount(amountAsTyped(123_456, "CNY"), "CNY")).toBe(123_456);
  });
});
