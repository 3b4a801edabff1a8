import fc from "fast-check";
import { expect, test } from "vitest";
import { latestDue, nextDue } from "./latest-due.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ZONES = ["Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"];

const instants = fc
  .integer({ min: Date.UTC(2020, 0, 1) / MINUTE_MS, max: Date.UTC(2030, 0, 1) / MINUTE_MS })
  .map((minute) => new Date(minute * MINUTE_MS));
const timesOfDay = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));

function shown(instant: Date, timeZone: string): { date: string; time: string; weekday: string } {
  const [date = "", time = ""] = instant.toLocaleString("sv-SE", { timeZone }).split(" ");
  return { date, time: time.slice(0, 5), weekday: instant.toLocaleString("en-US", { timeZone, weekday: "short" }) };
}

test("the nightly sweep is due at two o'clock in Shanghai", () => {
  const due = (now: string) => latestDue({ at: "02:00" }, new Date(now), "Asia/Shanghai").toISOString();
  expect(due("2025-11-21T01:24:00Z")).toBe("2025-11-20T18:00:00.000Z");
  expect(due("2025-11-20T18:00:00Z")).toBe("2025-11-20T18:00:00.000Z");
  expect(due("2025-11-20T17:59:59.999Z")).toBe("2025-11-19T18:00:00.000Z");
});

test("a time that clocks skip in spring is made up for after the gap, and one that comes twice in autumn comes once", () => {
  const due = (now: string) => latestDue({ at: "02:30" }, new Date(now), "America/New_York").toISOString();
  expect(due("2025-03-09T12:00:00Z")).toBe("2025-03-09T07:30:00.000Z"); // 03:30 by the new clocks
  const first = latestDue({ at: "01:30" }, new Date("2025-11-02T05:45:00Z"), "America/New_York");
  const second = latestDue({ at: "01:30" }, new Date("2025-11-02T06:45:00Z"), "America/New_York");
  expect([first.toISOString(), second.toISOString()]).toEqual(["2025-11-02T05:30:00.000Z", "2025-11-02T05:30:00.000Z"]);
});

test("a schedule of every few minutes is due at whole multiples", () => {
  const due = latestDue({ everyMinutes: 15 }, new Date("2025-11-21T01:29:59Z"), "Asia/Shanghai");
  expect(due.toISOString()).toBe("2025-11-21T01:15:00.000Z");
});

test("weekdays and days of the month are those of the company", () => {
  const monday = latestDue({ at: "08:00", weekdays: [1] }, new Date("2025-11-21T01:24:00Z"), "Asia/Shanghai");
  expect(monday.toISOString()).toBe("2025-11-17T00:00:00.000Z");
  const first = latestDue({ at: "00:30", dayOfMonth: 1 }, new Date("2025-11-30T16:29:00Z"), "Asia/Shanghai");
  expect(first.toISOString()).toBe("2025-10-31T16:30:00.000Z");
});

test("what is no time, or never comes, is refused", () => {
  const now = new Date("2025-11-21T01:24:00Z");
  expect(() => latestDue({ at: "24:00" }, now, "UTC")).toThrow(RangeError);
  expect(() => latestDue({ at: "02:00", weekdays: [] }, now, "UTC")).toThrow(RangeError);
  expect(() => latestDue({ at: "02:00", dayOfMonth: 31 }, now, "UTC")).toThrow(RangeError);
  expect(() => latestDue({ everyMinutes: 0 }, now, "UTC")).toThrow(RangeError);
  expect(() => latestDue({ at: "02:00" }, now, "Mars/Olympus")).toThrow(RangeError);
});

test("a daily time is due once on every day, at the time shown or, when clocks skip it, right behind the gap", () => {
  fc.assert(
    fc.property(instants, timesOfDay, fc.constantFrom(...ZONES), (now, at, timeZone) => {
      const due = latestDue({ at }, now, timeZone);
      expect(due.getTime()).toBeLessThanOrEqual(now.getTime());
      expect(now.getTime() - due.getTime()).toBeLessThanOrEqual(25 * HOUR_MS);
      const { time } = shown(due, timeZone);
      const isSkipped = time !== at;
      if (isSkipped) expect(shown(new Date(due.getTime() - 2 * HOUR_MS), timeZone).time < at).toBe(true);
      // Asked again at that very moment the answer is the same, and a moment earlier it is a day before.
      expect(latestDue({ at }, due, timeZone)).toEqual(due);
      const before = latestDue({ at }, new Date(due.getTime() - 1), timeZone);
      expect(shown(before, timeZone).date < shown(due, timeZone).date).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("the next due moment is the first after now: nothing is due between", () => {
  const times = fc.oneof(
    timesOfDay.map((at) => ({ at })),
    fc
      .tuple(timesOfDay, fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }))
      .map(([at, weekdays]) => ({ at, weekdays })),
    fc.tuple(timesOfDay, fc.integer({ min: 1, max: 28 })).map(([at, dayOfMonth]) => ({ at, dayOfMonth })),
    fc.integer({ min: 1, max: 2000 }).map((everyMinutes) => ({ everyMinutes })),
  );
  fc.assert(
    fc.property(times, instants, fc.constantFrom(...ZONES), (time, now, timeZone) => {
      const next = nextDue(time, now, timeZone);
      expect(next.getTime()).toBeGreaterThan(now.getTime());
      expect(latestDue(time, next, timeZone)).toEqual(next);
      expect(latestDue(time, new Date(next.getTime() - 1), timeZone).getTime()).toBeLessThanOrEqual(now.getTime());
    }),
    { numRuns: 300 },
  );
});
