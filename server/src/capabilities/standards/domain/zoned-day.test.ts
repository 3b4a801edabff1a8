import fc from "fast-check";
import { expect, test } from "vitest";
import { dayAfter, instantOf, weekdayOf, zonedDay } from "./zoned-day.ts";

test("the day begins where the company is", () => {
  const late = Date.parse("2025-11-21T17:30:00.250Z");
  expect(zonedDay(late, "Asia/Shanghai")).toEqual({ day: "2025-11-22", sinceMidnight: 90 * 60_000 + 250 });
  expect(zonedDay(late, "UTC").day).toBe("2025-11-21");
  expect(instantOf("2025-11-22", 90, "Asia/Shanghai")).toBe(Date.parse("2025-11-21T17:30Z"));
});

test("days follow each other over month ends and leap days", () => {
  expect([dayAfter("2025-11-30"), dayAfter("2025-12-31"), dayAfter("2028-02-28")]).toEqual([
    "2025-12-01",
    "2026-01-01",
    "2028-02-29",
  ]);
  expect([weekdayOf("2025-11-17"), weekdayOf("2025-11-23")]).toEqual([1, 7]);
});

test("a minute that is skipped when clocks go forward is the moment after the jump", () => {
  const jump = Date.parse("2026-03-29T01:00Z");
  expect(instantOf("2026-03-29", 150, "Europe/Berlin")).toBeGreaterThanOrEqual(jump);
  expect(instantOf("2026-10-25", 150, "Europe/Berlin")).toBe(Date.parse("2026-10-25T00:30Z"));
});

test("the instant of a wall clock shows that wall clock", () => {
  const zones = fc.constantFrom("Asia/Shanghai", "Asia/Kolkata", "America/New_York", "UTC");
  const noon = fc.integer({ min: 700, max: 760 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), noon, zones, (days, minute, zone) => {
      const day = new Date(days * 86_400_000).toISOString().slice(0, 10);
      expect(zonedDay(instantOf(day, minute, zone), zone)).toEqual({ day, sinceMidnight: minute * 60_000 });
    }),
  );
});
