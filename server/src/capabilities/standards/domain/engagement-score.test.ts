import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY_MS, engagementScore, touchWorth } from "./engagement-score.ts";
import type { RuleTouch, ScoringRule } from "./engagement-score.ts";

const NOW = Date.UTC(2025, 10, 21, 1, 2);
const daysAgo = (days: number): number => NOW - days * DAY_MS;
const pricing: ScoringRule = { id: "pricing", points: 15, halfLifeDays: 7, cap: 30 };
const paper: ScoringRule = { id: "paper", points: 18, halfLifeDays: 14, cap: 36 };
const call: ScoringRule = { id: "call", points: 11, halfLifeDays: null, cap: null };
const careers: ScoringRule = { id: "careers", points: -5, halfLifeDays: 7, cap: 8 };

describe("what a touch is worth", () => {
  test.each([
    [0, 150],
    [6.999, 150],
    [7, 75],
    [14, 37],
    [21, 18],
    [49, 1],
    [56, 0],
    [20_000, 0],
  ])("a touch of 15 points with a half-life of 7 days counts after %d days %d tenths", (days, tenths) => {
    expect(touchWorth(pricing, daysAgo(days), NOW)).toBe(tenths);
  });
  test("negative points are rounded towards zero and end at a plain zero", () => {
    expect([0, 7, 14, 21, 28, 35, 42].map((days) => touchWorth(careers, daysAgo(days), NOW))).toEqual([
      -50, -25, -12, -6, -3, -1, 0,
    ]);
  });
  test("without a half-life it does not decay, and the future counts nothing", () => {
    expect(touchWorth(call, daysAgo(4000), NOW)).toBe(110);
    expect(touchWorth(pricing, NOW + 1, NOW)).toBe(0);
  });
});

describe("the score of 刘建国", () => {
  const touches: RuleTouch[] = [
    { ruleId: "pricing", occurredAt: daysAgo(0.5) },
    { ruleId: "pricing", occurredAt: daysAgo(3) },
    { ruleId: "pricing", occurredAt: daysAgo(9) },
    { ruleId: "paper", occurredAt: daysAgo(20) },
    { ruleId: "call", occurredAt: daysAgo(1) },
    { ruleId: "careers", occurredAt: daysAgo(2) },
    { ruleId: "careers", occurredAt: daysAgo(2) },
  ];
  const score = engagementScore([pricing, paper, call, careers], touches, NOW);
  test("shows line by line what decay took and what the cap cut", () => {
    expect(score.lines).toEqual([
      { ruleId: "pricing", touches: 3, gross: 450, decayed: 75, capCut: 75, tenths: 300, latestAt: daysAgo(0.5) },
      { ruleId: "paper", touches: 1, gross: 180, decayed: 90, capCut: 0, tenths: 90, latestAt: daysAgo(20) },
      { ruleId: "call", touches: 1, gross: 110, decayed: 0, capCut: 0, tenths: 110, latestAt: daysAgo(1) },
      { ruleId: "careers", touches: 2, gross: -100, decayed: 0, capCut: -20, tenths: -80, latestAt: daysAgo(2) },
    ]);
    expect(score.tenths).toBe(420);
  });
  test("changes next when its first touch steps down", () => {
    expect(score.nextChangeAt).toBe(daysAgo(3) + 7 * DAY_MS);
  });
  test("a lead without touches scores nothing and never changes", () => {
    expect(engagementScore([pricing], [], NOW)).toEqual({ tenths: 0, lines: [], nextChangeAt: null });
  });
  test("a touch of the future begins to count when it happens", () => {
    const soon = [{ ruleId: "pricing", occurredAt: NOW + 5 }];
    expect(engagementScore([pricing], soon, NOW)).toEqual({ tenths: 0, lines: [], nextChangeAt: NOW + 5 });
    expect(engagementScore([pricing], soon, NOW + 5).tenths).toBe(150);
  });
  test("a touch of a rule nobody listed is a mistake, not a zero", () => {
    expect(() => engagementScore([paper], touches, NOW)).toThrow(RangeError);
  });
});

const rulesOf = fc
  .array(
    fc.record({
      points: fc.integer({ min: -100, max: 100 }),
      halfLifeDays: fc.option(fc.integer({ min: 1, max: 90 })),
      cap: fc.option(fc.integer({ min: 1, max: 120 })),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((rules) => rules.map((rule, index) => ({ id: `r${index}`, ...rule })));
const world = rulesOf.chain((rules) =>
  fc.record({
    rules: fc.constant(rules),
    touches: fc.array(
      fc.record({
        ruleId: fc.constantFrom(...rules.map(({ id }) => id)),
        occurredAt: fc.integer({ min: NOW - 400 * DAY_MS, max: NOW + 3 * DAY_MS }),
      }),
      { maxLength: 40 },
    ),
    order: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
  }),
);

describe("any rules and touches", () => {
  test("lines add up exactly, and so does each line", () => {
    fc.assert(
      fc.property(world, ({ rules, touches }) => {
        const score = engagementScore(rules, touches, NOW);
        expect(score.lines.reduce((sum, { tenths }) => sum + tenths, 0)).toBe(score.tenths);
        for (const { gross, decayed, capCut, tenths } of score.lines) {
          expect(gross - decayed - capCut).toBe(tenths);
          expect([gross, decayed, capCut, tenths].every(Number.isInteger)).toBe(true);
        }
      }),
    );
  });

  test("the order of the touches does not matter", () => {
    fc.assert(
      fc.property(world, ({ rules, touches, order }) => {
        const shuffled = touches
          .map((touch, index) => ({ touch, key: order[index] ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ touch }) => touch);
        expect(engagementScore(rules, shuffled, NOW)).toEqual(engagementScore(rules, touches, NOW));
      }),
    );
  });

  test("the worth is the one of the formula, computed with fractions of integers", () => {
    fc.assert(
      fc.property(world, ({ rules, touches }) => {
        for (const rule of rules)
          for (const { occurredAt } of touches) {
            if (occurredAt > NOW) continue;
            const half = BigInt(rule.halfLifeDays ?? 1) * BigInt(DAY_MS);
            const k = rule.halfLifeDays === null ? 0n : BigInt(NOW - occurredAt) / half;
            const exact = (BigInt(rule.points) * 10n) / 2n ** k;
            expect(touchWorth(rule, occurredAt, NOW)).toBe(Number(exact));
          }
      }),
    );
  });

  test("nothing changes before the next change, and the breakdown keeps its caps", () => {
    fc.assert(
      fc.property(world, ({ rules, touches }) => {
        const score = engagementScore(rules, touches, NOW);
        const until = (score.nextChangeAt ?? NOW + 9999 * DAY_MS) - 1;
        expect(engagementScore(rules, touches, until)).toEqual(score);
        for (const { ruleId, tenths } of score.lines) {
          const cap = rules.find(({ id }) => id === ruleId)?.cap ?? null;
          if (cap !== null) expect(Math.abs(tenths)).toBeLessThanOrEqual(cap * 10);
        }
      }),
    );
  });

  test("what decays reaches zero and then never changes again", () => {
    fc.assert(
      fc.property(world, ({ rules, touches }) => {
        const decaying = rules.map((rule) => ({ ...rule, halfLifeDays: rule.halfLifeDays ?? 30 }));
        const score = engagementScore(decaying, touches, NOW + 20 * 90 * DAY_MS);
        expect([score.tenths, score.nextChangeAt]).toEqual([0, null]);
      }),
    );
  });
});
