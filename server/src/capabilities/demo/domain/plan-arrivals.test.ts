import { expect, test } from "vitest";
import company from "../../../../../db/demo/company.json" with { type: "json" };
import customers from "../../../../../db/demo/customers.json" with { type: "json" };
import { Chance } from "./chance.ts";
import { planArrivals } from "./plan-arrivals.ts";

const weekday = (daysAgo: number): number => (371 - daysAgo) % 7;
const ELAPSED = 200;
const plan = (seed: number) =>
  planArrivals(new Chance(seed), company, customers, { count: 2000, weekdayOf: weekday, elapsedMinutes: ELAPSED });

test("the same seed plans the same year, another seed another", () => {
  expect(plan(1)).toEqual(plan(1));
  expect(plan(2)[7]).not.toEqual(plan(1)[7]);
});

test("a year has about two thousand arrivals, the oldest first, none in the future, none before its campaign", () => {
  const arrivals = plan(1);
  expect(arrivals.length).toBeGreaterThan(1990);
  expect(arrivals.every((one, place) => place === 0 || one.minutesAgo <= (arrivals[place - 1]?.minutesAgo ?? 0))).toBe(
    true,
  );
  expect(Math.min(...arrivals.map((one) => one.minutesAgo))).toBeGreaterThan(-ELAPSED);
  for (const { campaignKey, minutesAgo } of arrivals) {
    const campaign = company.campaigns.find((one) => one.key === campaignKey);
    expect(minutesAgo / 1440).toBeLessThanOrEqual((campaign?.from ?? 0) + 1);
  }
});

test("some people come back, most are new, and all have a number of their own", () => {
  const people = new Map(plan(1).map(({ contact }) => [contact.phone, contact.name]));
  expect(people.size).toBeGreaterThan(1500);
  expect(people.size).toBeLessThan(1990);
});
