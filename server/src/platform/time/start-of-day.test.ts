import fc from "fast-check";
import { expect, test } from "vitest";
import { dayAt, startOfDay } from "./start-of-day.ts";

const ZONES = [
  "Asia/Shanghai",
  "UTC",
  "America/New_York",
  "America/Sao_Paulo",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
];
/** 1900 to 2199, in days since 1970. */
const day = fc
  .integer({ min: -25_567, max: 84_005 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

test("a day of Shanghai begins at 16:00 UTC of the day before", () => {
  expect(startOfDay("2024-02-29", "Asia/Shanghai").toISOString()).toBe("2024-02-28T16:00:00.000Z");
  expect(startOfDay("2026-01-01", "Asia/Shanghai").toISOString()).toBe("2025-12-31T16:00:00.000Z");
});

test("in a summer of Shanghai that had summer time it began at 15:00", () => {
  expect(startOfDay("1988-07-01", "Asia/Shanghai").toISOString()).toBe("1988-06-30T15:00:00.000Z");
});

test("a day whose midnight was left out begins an hour late", () => {
  expect(startOfDay("2018-11-04", "America/Sao_Paulo").toISOString()).toBe("2018-11-04T03:00:00.000Z");
  expect(dayAt(new Date("2018-11-04T02:59:59.999Z"), "America/Sao_Paulo")).toBe("2018-11-03");
});

test("a day that was left out begins where the next one does", () => {
  expect(startOfDay("2011-12-30", "Pacific/Apia")).toEqual(startOfDay("2011-12-31", "Pacific/Apia"));
});

test("the instant is of the day, and the millisecond before is not", () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...ZONES), (date, zone) => {
      const start = startOfDay(date, zone);
      expect(dayAt(start, zone)).toBe(date);
      expect(dayAt(new Date(start.getTime() - 1), zone) < date).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("a zone that is none is refused", () => {
  expect(() => startOfDay("2024-01-01", "Asia/Atlantis")).toThrow(RangeError);
});
