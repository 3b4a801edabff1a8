import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { afterWorkingMinutes, OFFICE_WEEK, workingTimeBetween } from "./working-time.ts";
import type { WorkCalendar, WorkingWeek } from "./working-time.ts";

/** 2025 and 2026 around 元旦 2026: 1–3 January are free, Sunday 4 January is worked instead. */
const calendar: WorkCalendar = {
  timeZone: "Asia/Shanghai",
  knownYears: new Set([2025, 2026]),
  days: new Map([
    ["2026-01-01", "rest"],
    ["2026-01-02", "rest"],
    ["2026-01-03", "rest"],
    ["2026-01-04", "work"],
    ["2026-02-16", "rest"],
  ]),
};
const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(`${text}+08:00`);
const minutesLater = (from: string, minutes: number, week: WorkingWeek = OFFICE_WEEK): string | null => {
  const { at: instant } = afterWorkingMinutes(at(from), minutes, week, calendar);
  return instant === null ? null : new Date(instant + 8 * HOUR).toISOString().slice(0, 16);
};

describe("when a clock runs out", () => {
  test.each([
    ["within the day", "2025-11-21T09:02", 15, "2025-11-21T09:17"],
    ["started in the evening it stands until the morning", "2025-11-20T21:42", 15, "2025-11-21T09:15"],
    ["over the night", "2025-11-20T17:50", 15, "2025-11-21T09:05"],
    ["over the weekend", "2025-11-21T17:50", 15, "2025-11-24T09:05"],
    ["a window's end belongs to it", "2025-11-21T17:45", 15, "2025-11-21T18:00"],
    ["several days", "2025-11-21T09:00", 3 * 540, "2025-11-25T18:00"],
    ["over a holiday, to the 调休 Sunday that is worked", "2025-12-31T17:50", 15, "2026-01-04T09:05"],
    ["no minute at all is at once", "2025-11-21T10:00", 0, "2025-11-21T10:00"],
    ["no minute at all, at night, is when the day begins", "2025-11-21T20:00", 0, "2025-11-24T09:00"],
  ])("%s", (_, from, minutes, due) => {
    expect(minutesLater(from, minutes)).toBe(due);
  });

  test("a lunch break does not count, and shifts of one's own are one's own", () => {
    const shifts: WorkingWeek = {
      5: [
        { from: 540, to: 720 },
        { from: 810, to: 1080 },
      ],
      6: [{ from: 600, to: 960 }],
    };
    expect(minutesLater("2025-11-21T11:50", 20, shifts)).toBe("2025-11-21T13:40");
    expect(minutesLater("2025-11-21T17:50", 20, shifts)).toBe("2025-11-22T10:10");
    expect(minutesLater("2025-11-22T15:50", 20, shifts)).toBe("2025-11-28T09:10");
  });

  test("a week without working time never runs out", () => {
    expect(afterWorkingMinutes(at("2025-11-21T09:00"), 1, {}, calendar).at).toBeNull();
  });

  test("says when the year's calendar is not known, and counts Monday to Friday", () => {
    const due = afterWorkingMinutes(at("2026-12-31T17:59"), 2, OFFICE_WEEK, calendar);
    expect(due).toEqual({ at: at("2027-01-01T09:01"), unknownYears: [2027] });
    const saturday: WorkingWeek = { ...OFFICE_WEEK, 6: [{ from: 540, to: 1080 }] };
    expect(afterWorkingMinutes(at("2027-01-02T10:00"), 5, saturday, calendar).at).toBe(at("2027-01-04T09:05"));
    expect(afterWorkingMinutes(at("2026-01-10T10:00"), 5, saturday, calendar).at).toBe(at("2026-01-10T10:05"));
    const weekends: WorkingWeek = { 6: [{ from: 540, to: 1080 }] };
    expect(afterWorkingMinutes(at("2027-01-01T10:00"), 5, weekends, calendar).at).toBe(at("2027-01-02T09:05"));
  });

  test("a day on which clocks change is as long as its working windows", () => {
    const berlin: WorkCalendar = { ...calendar, timeZone: "Europe/Berlin" };
    const nights: WorkingWeek = { 6: [{ from: 1380, to: 1440 }], 7: [{ from: 0, to: 300 }] };
    const saturday = Date.parse("2026-03-28T23:00+01:00");
    const sunday = Date.parse("2026-03-29T05:00+02:00");
    expect(workingTimeBetween(saturday, sunday, nights, berlin).milliseconds).toBe(5 * HOUR);
  });
});

describe("working time between two instants", () => {
  test.each([
    ["2025-11-21T09:00", "2025-11-21T10:30", 90],
    ["2025-11-21T17:00", "2025-11-24T10:00", 120],
    ["2025-11-21T20:00", "2025-11-24T08:00", 0],
    ["2025-12-31T17:00", "2026-01-05T10:00", 60 + 540 + 60],
    ["2025-11-21T10:00", "2025-11-21T09:00", 0],
  ])("from %s to %s are %d minutes", (from, to, minutes) => {
    expect(workingTimeBetween(at(from), at(to), OFFICE_WEEK, calendar).milliseconds).toBe(minutes * 60_000);
  });

  test("names the years it does not know", () => {
    const span = workingTimeBetween(at("2026-12-31T09:00"), at("2028-01-01T09:00"), OFFICE_WEEK, calendar);
    expect(span.unknownYears).toEqual([2027, 2028]);
  });
});

const START = at("2025-10-01T00:00");
const instant = fc.integer({ min: START, max: START + 150 * 24 * HOUR });
const window = fc.record({ from: fc.integer({ min: 0, max: 1000 }), length: fc.integer({ min: 1, max: 440 }) });
const week: fc.Arbitrary<WorkingWeek> = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).chain((days) =>
  fc.array(window, { minLength: days.length, maxLength: days.length }).map((windows) =>
    Object.fromEntries(
      days.map((day, index) => {
        const { from, length } = windows[index] ?? { from: 540, length: 1 };
        return [day, [{ from, to: from + length }]];
      }),
    ),
  ),
);

describe("any week", () => {
  test("the working time until a clock runs out is what was set", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 3000 }), week, (from, minutes, hours) => {
        const { at: due } = afterWorkingMinutes(from, minutes, hours, calendar);
        if (due === null) throw new Error("every such week has working time");
        expect(workingTimeBetween(from, due, hours, calendar).milliseconds).toBe(minutes * 60_000);
        expect(workingTimeBetween(from, due - 1, hours, calendar).milliseconds).toBe(minutes * 60_000 - 1);
      }),
    );
  });

  test("spans add up", () => {
    fc.assert(
      fc.property(instant, instant, instant, week, (a, b, c, hours) => {
        const [from, middle, to] = [a, b, c].toSorted((x, y) => x - y);
        if (from === undefined || middle === undefined || to === undefined) throw new Error("three instants");
        const span = (x: number, y: number): number => workingTimeBetween(x, y, hours, calendar).milliseconds;
        expect(span(from, middle) + span(middle, to)).toBe(span(from, to));
      }),
    );
  });
});
