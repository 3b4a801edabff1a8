import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateParser } from "./parse-date.ts";
import { suggestDateOrder } from "./suggest-date-order.ts";
import { zonedInstant } from "./zoned-instant.ts";

const now = new Date("2025-11-21T02:00:00Z");
const read = dateParser({ timeZone: "Asia/Shanghai", order: null, now });

function iso(text: string, parse = read): string | null {
  const { instant } = parse(text);
  return instant === null ? null : new Date(instant).toISOString();
}

describe("dates as files have them", () => {
  it.each([
    ["2018.02.01", "2018-01-31T16:00:00.000Z"],
    ["2018.02.26 19:58", "2018-02-26T11:58:00.000Z"],
    ["2025/3/1", "2025-02-28T16:00:00.000Z"],
    ["2025-03-01 09:30:15", "2025-03-01T01:30:15.000Z"],
    ["2025年3月1日", "2025-02-28T16:00:00.000Z"],
    ["2025年3月1日 9时30分", "2025-03-01T01:30:00.000Z"],
    ["2025年3月1日9:30", "2025-03-01T01:30:00.000Z"],
    ["2025年3月1日 星期六 下午3:05", "2025-03-01T07:05:00.000Z"],
    ["２０２５－０３－０１", "2025-02-28T16:00:00.000Z"],
    ["2025/3/1 上午 9:05:03", "2025-03-01T01:05:03.000Z"],
    ["2025-03-01T09:30:15", "2025-03-01T01:30:15.000Z"],
    ["2025-03-01T09:30:15.123Z", "2025-03-01T09:30:15.123Z"],
    ["2025-03-01T09:30:15+09:00", "2025-03-01T00:30:15.000Z"],
    ["2025-03-01 09:30:15.5", "2025-03-01T01:30:15.500Z"],
    ["20250301", "2025-02-28T16:00:00.000Z"],
    ["20250301093015", "2025-03-01T01:30:15.000Z"],
    ["43132", "2018-01-31T16:00:00.000Z"],
    ["43157.831944444", "2018-02-26T11:58:00.000Z"],
    ["1519646280", "2018-02-26T11:58:00.000Z"],
    ["1519646280000", "2018-02-26T11:58:00.000Z"],
    ["1/24/18 3:12", "2018-01-23T19:12:00.000Z"],
    ["24/1/2018 3:12 PM", "2018-01-24T07:12:00.000Z"],
    ["3/3/2025", "2025-03-02T16:00:00.000Z"],
    ["Mar 1, 2025", "2025-02-28T16:00:00.000Z"],
    ["1 March 2025 10:00", "2025-03-01T02:00:00.000Z"],
    ["2024-02-29", "2024-02-28T16:00:00.000Z"],
    ["12:00 AM", null],
  ])("reads %s", (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it("reads 3/4/2025 only when somebody has said which is the month", () => {
    expect(read("3/4/2025")).toEqual({ instant: null, hasTime: false, problem: "ambiguous" });
    expect(iso("3/4/2025", dateParser({ timeZone: "UTC", order: "mdy", now }))).toBe("2025-03-04T00:00:00.000Z");
    expect(iso("3/4/2025", dateParser({ timeZone: "UTC", order: "dmy", now }))).toBe("2025-04-03T00:00:00.000Z");
    expect(read("24/1/2018").problem).toBeNull();
    expect(dateParser({ timeZone: "UTC", order: "mdy", now })("24/1/2018").problem).toBe("unreadable");
  });

  it("says whether there was a time of day", () => {
    expect(read("2025-03-01").hasTime).toBe(false);
    expect(read("43132").hasTime).toBe(false);
    expect(read("2025-03-01 00:00").hasTime).toBe(true);
    expect(read("43132.5").hasTime).toBe(true);
  });

  it.each([
    "",
    "无",
    "2025-02-30",
    "2025-13-01",
    "2025-00-10",
    "2025-03-01 25:00",
    "2025-03-01 10:61",
    "29.2.2023",
    "3月1日",
    "2025",
    "明天",
  ])("refuses %j", (text) => {
    expect(read(text)).toEqual({ instant: null, hasTime: false, problem: "unreadable" });
  });

  it("takes 2000 up to a year ahead of now, by the company's clocks", () => {
    expect(read("1999-12-31 23:59:59").problem).toBe("out_of_range");
    expect(read("2000-01-01 00:00").problem).toBeNull();
    expect(read("2026-11-21 10:00").problem).toBeNull();
    expect(read("2026-11-21 10:01").problem).toBe("out_of_range");
    expect(read("1970-01-01")).toMatchObject({ instant: null, problem: "out_of_range" });
    expect(read("2099-12-31").problem).toBe("out_of_range");
  });
});

describe("time zones", () => {
  it("moves on what the clocks skip in spring and takes the first of what they show twice in autumn", () => {
    const parse = dateParser({ timeZone: "Europe/Berlin", order: null, now });
    expect(iso("2025-03-30 01:59", parse)).toBe("2025-03-30T00:59:00.000Z");
    expect(iso("2025-03-30 02:30", parse)).toBe("2025-03-30T01:30:00.000Z");
    expect(iso("2025-03-30 03:00", parse)).toBe("2025-03-30T01:00:00.000Z");
    expect(iso("2025-10-26 02:30", parse)).toBe("2025-10-26T00:30:00.000Z");
    expect(iso("2025-10-26 03:00", parse)).toBe("2025-10-26T02:00:00.000Z");
  });

  it("gives back the instant whose wall clock reading it was given", () => {
    const zones = fc.constantFrom(
      "Asia/Shanghai",
      "America/New_York",
      "Europe/London",
      "Australia/Lord_Howe",
      "Asia/Kathmandu",
      "Pacific/Kiritimati",
      "UTC",
    );
    fc.assert(
      fc.property(
        zones,
        fc.date({ min: new Date("2000-01-03"), max: new Date("2030-01-01"), noInvalidDate: true }),
        (timeZone, date) => {
          const seconds = Math.floor(date.getTime() / 1000) * 1000;
          const shown = wallClock(seconds, timeZone);
          const again = zonedInstant(timeZone)(shown);
          expect(wallClock(again, timeZone)).toEqual(shown);
          // In autumn an hour is shown twice, and the first is taken.
          expect([0, 1_800_000, 3_600_000]).toContain(seconds - again);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("does not accept a zone that does not exist", () => {
    expect(() => zonedInstant("Asia/Tongzhou")).toThrow(RangeError);
  });
});

it("finds out which number is the day from the values", () => {
  expect(suggestDateOrder(["1/4/18 3:12", "1/24/18 3:12"])).toBe("mdy");
  expect(suggestDateOrder(["1/4/18", "24.1.2018"])).toBe("dmy");
  expect(suggestDateOrder(["1/4/18", "2/3/18"])).toBeNull();
  expect(suggestDateOrder(["1/24/18", "24/1/18"])).toBeNull();
  expect(suggestDateOrder(["2018.02.01", ""])).toBeNull();
});

it("never throws, and whatever it reads lies in the range", () => {
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.stringMatching(/^[0-9./:年月日 TZ+-]{0,25}$/),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom("mdy" as const, "dmy" as const, null), (text, order) => {
      const { instant, problem } = dateParser({ timeZone: "Asia/Shanghai", order, now })(text);
      expect(instant === null).toBe(problem !== null);
      if (instant !== null) expect(instant).toBeGreaterThanOrEqual(Date.UTC(1999, 11, 31, 16));
    }),
    { numRuns: 1000 },
  );
});

function wallClock(instant: number, timeZone: string) {
  const text = new Date(instant).toLocaleString("sv-SE", { timeZone });
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text.split(/\D/).map(Number);
  return { year, month, day, hour, minute, second, millisecond: 0 };
}
