import { ATTRIBUTION_MODELS } from "@tongzhou/contract/attribution-model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attribution, countingTouches, creditByCampaign } from "./attribution.ts";
import type { Credit, WonDeal } from "./attribution.ts";
import { shareAmount } from "./share-amount.ts";

const DAY = 86_400_000;
const OPENED = Date.UTC(2025, 9, 9);
const touch = (touchId: string, days: number, campaignId = touchId) => ({
  touchId,
  campaignId,
  at: OPENED + days * DAY,
});

/** 宁川轨交: user conference, a case study, a webinar, and the lead and opportunity in between. */
const deal: WonDeal = {
  amount: 268_000_000,
  leadCreatedAt: OPENED - 30 * DAY,
  openedAt: OPENED,
  wonAt: OPENED + 60 * DAY,
  touches: [touch("用户大会", -30), touch("直播", -10), touch("案例", -2), touch("白皮书", 20)],
};
const credited = (credits: readonly Credit[]): Record<string, number> =>
  Object.fromEntries([...creditByCampaign(credits)].map(([campaign, amount]) => [String(campaign), amount]));

describe("which touches count", () => {
  test("those before it was won and within a year before it was opened", () => {
    const touches = [
      touch("太早", -366),
      touch("刚好", -365),
      touch("之间", 30),
      touch("赢单时", 60),
      touch("之后", 61),
    ];
    expect(countingTouches({ ...deal, touches }).map(({ touchId }) => touchId)).toEqual(["刚好", "之间"]);
    expect(countingTouches({ ...deal, touches }, 366).map(({ touchId }) => touchId)).toEqual(["太早", "刚好", "之间"]);
  });
  test("in order of time and then id, however they come", () => {
    const touches = [touch("c", 1), touch("b", 0), touch("a", 1)];
    expect(countingTouches({ ...deal, touches }).map(({ touchId }) => touchId)).toEqual(["b", "a", "c"]);
  });
  test("a deal with none is credited to no campaign", () => {
    expect(attribution("linear", { ...deal, touches: [] })).toEqual([
      { touchId: null, campaignId: null, amount: 268_000_000 },
    ]);
  });
});

describe("the models on one deal", () => {
  test.each([
    ["first", { 用户大会: 268_000_000 }],
    ["last", { 白皮书: 268_000_000 }],
    ["linear", { 用户大会: 67_000_000, 直播: 67_000_000, 案例: 67_000_000, 白皮书: 67_000_000 }],
    ["position", { 用户大会: 107_200_000, 直播: 26_800_000, 案例: 26_800_000, 白皮书: 107_200_000 }],
    ["w_shaped", { 用户大会: 160_800_000, 直播: 13_400_000, 案例: 80_400_000, 白皮书: 13_400_000 }],
  ] as const)("%s", (model, expected) => {
    expect(credited(attribution(model, deal))).toEqual(expected);
  });
  test("time decay halves for each week before the last touch", () => {
    const touches = [touch("远", -7), touch("近", 0)];
    expect(credited(attribution("time_decay", { ...deal, amount: 300, touches }))).toEqual({ 远: 100, 近: 200 });
  });
  test("of two touches position gives each half", () => {
    const touches = [touch("a", -7), touch("b", 0)];
    expect(credited(attribution("position", { ...deal, amount: 5, touches }))).toEqual({ a: 3, b: 2 });
  });
  test("W-shaped without middle touches or without a lead shares what is left in proportion", () => {
    const touches = [touch("a", -40), touch("b", -31), touch("c", -1)];
    expect(credited(attribution("w_shaped", { ...deal, amount: 90, touches }))).toEqual({ a: 30, b: 30, c: 30 });
    expect(credited(attribution("w_shaped", { ...deal, amount: 70, touches, leadCreatedAt: null }))).toEqual({
      a: 30,
      b: 10,
      c: 30,
    });
  });
  test("one campaign may hold several touches", () => {
    const touches = [touch("a", -7, "直播"), touch("b", -3, "直播"), touch("c", 0, "展会")];
    expect(credited(attribution("linear", { ...deal, amount: 100, touches }))).toEqual({ 直播: 67, 展会: 33 });
  });
});

describe("the largest remainder", () => {
  test("units left over go to the largest fractions, ties to the earlier", () => {
    expect(shareAmount(1, [1n, 1n, 1n])).toEqual([1, 0, 0]);
    expect(shareAmount(5, [1n, 1n, 1n])).toEqual([2, 2, 1]);
    expect(shareAmount(10, [1n, 5n, 3n])).toEqual([1, 6, 3]);
    expect(shareAmount(0, [1n, 2n])).toEqual([0, 0]);
  });
  test("amounts and weights that cannot be shared are mistakes", () => {
    expect(() => shareAmount(-1, [1n])).toThrow(RangeError);
    expect(() => shareAmount(0.5, [1n])).toThrow(RangeError);
    expect(() => shareAmount(1, [0n])).toThrow(RangeError);
    expect(() => shareAmount(1, [2n, -1n])).toThrow(RangeError);
  });
});

const amount = fc.oneof(
  fc.constantFrom(0, 1, 2),
  fc.integer({ min: 0, max: 1000 }),
  fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
);
const anyDeal: fc.Arbitrary<WonDeal> = fc.record({
  amount,
  leadCreatedAt: fc.option(fc.integer({ min: -400, max: 60 }).map((days) => OPENED + days * DAY)),
  openedAt: fc.constant(OPENED),
  wonAt: fc.constant(OPENED + 60 * DAY),
  touches: fc.uniqueArray(
    fc.record({
      touchId: fc.integer({ min: 0, max: 99 }).map(String),
      campaignId: fc.constantFrom("直播", "展会", "投放"),
      at: fc.integer({ min: -400, max: 70 }).map((days) => OPENED + days * DAY),
    }),
    { selector: ({ touchId }) => touchId, maxLength: 30 },
  ),
});
const model = fc.constantFrom(...ATTRIBUTION_MODELS);

describe("any deal and model", () => {
  test("the credits add up to exactly the amount", () => {
    fc.assert(
      fc.property(anyDeal, model, (one, by) => {
        const credits = attribution(by, one);
        expect(credits.reduce((sum, credit) => sum + BigInt(credit.amount), 0n)).toBe(BigInt(one.amount));
        expect(credits.every((credit) => credit.amount >= 0)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
  test("only touches that count are credited, each once, and their order does not matter", () => {
    fc.assert(
      fc.property(anyDeal, model, (one, by) => {
        const credits = attribution(by, one);
        expect(attribution(by, { ...one, touches: one.touches.toReversed() })).toEqual(credits);
        const counting = countingTouches(one).map(({ touchId }) => touchId);
        if (counting.length === 0) return;
        const ids = credits.map(({ touchId }) => touchId);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(counting).toContain(id);
      }),
    );
  });
  test("a part is within one unit of its quota, and a larger weight never gets less", () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(amount, weights, (whole, by) => {
        const sum = by.reduce((total, weight) => total + weight, 0n);
        fc.pre(sum > 0n);
        const parts = shareAmount(whole, by);
        by.forEach((weight, index) => {
          const part = BigInt(parts[index] ?? -1);
          expect(part * sum - BigInt(whole) * weight < sum && BigInt(whole) * weight - part * sum < sum).toBe(true);
          by.forEach((other, at) => {
            if (weight > other) expect(part >= BigInt(parts[at] ?? 0)).toBe(true);
          });
        });
      }),
    );
  });
});
