import { expect, test } from "vitest";
import { Chance } from "./chance.ts";
import { decideDeal } from "./decide-deal.ts";
import type { DealFacts } from "./decide-deal.ts";

const deal: DealFacts = { place: 1, stages: 5, quality: 0.5, daysSinceMoved: 30, daysToClose: 60, daysToNextStep: 3 };
const many = (facts: DealFacts) => {
  const chance = new Chance(7);
  return Array.from({ length: 2000 }, () => decideDeal(chance, facts));
};

test("a deal that moved lately rests, and what is written of it stays", () => {
  expect(many({ ...deal, daysSinceMoved: 2 }).every((decision) => decision === null)).toBe(true);
});

test("nothing is won before a proposal, and in the last stage nothing moves on", () => {
  expect(many(deal).some((decision) => decision?.ends === "won")).toBe(false);
  const last = many({ ...deal, place: 4 });
  expect(last.some((decision) => decision?.ends === "won")).toBe(true);
  expect(last.some((decision) => decision?.moves)).toBe(false);
});

test("a close date that comes near is nearly always put off to a day the rest of the way can be gone by", () => {
  const late = many({ ...deal, daysSinceMoved: 2, daysToClose: -3 });
  const put = late.flatMap((decision) => decision?.closesIn ?? []);
  expect(put.length).toBeGreaterThan(1700);
  expect(put.length).toBeLessThan(2000);
  expect(Math.min(...put)).toBeGreaterThanOrEqual(3 * 14);
});

test("what ends is not planned on", () => {
  for (const decision of many({ ...deal, place: 4, daysToClose: -3 }))
    if (decision?.ends) expect(decision).toMatchObject({ moves: false, closesIn: null, nextStepIn: null });
});
