import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayAt } from "../../../platform/time/start-of-day.ts";
import { beginningOn, endingOn } from "./membership-days.ts";

const ZONE = "Asia/Shanghai";
const NOW = new Date("2025-11-21T01:00:00.000Z");

describe("days of memberships", () => {
  test("begin with the day in the company's zone, not before it has come", () => {
    expect(beginningOn("2025-11-21", NOW, ZONE)).toEqual(NOW);
    expect(beginningOn("2025-11-20", NOW, ZONE)).toEqual(new Date("2025-11-19T16:00:00.000Z"));
    expect(beginningOn("2025-11-22", NOW, ZONE)).toBeUndefined();
  });

  test("end on a day, and on the day they began not before they began", () => {
    const since = new Date("2025-11-20T06:30:00.000Z");
    expect(endingOn("2025-11-21", since, NOW, ZONE)).toEqual(NOW);
    expect(endingOn("2025-11-20", since, NOW, ZONE)).toEqual(since);
    expect(endingOn("2025-11-19", since, NOW, ZONE)).toBe("left_before_begun");
    expect(endingOn("2025-11-22", since, NOW, ZONE)).toBe("day_ahead");
  });

  test("an ending is never before its beginning, and lies on the day that was said", () => {
    const instant = fc.date({ min: new Date("2000-01-01"), max: NOW, noInvalidDate: true });
    fc.assert(
      fc.property(instant, instant, (since, left) => {
        const day = dayAt(left, ZONE);
        const ending = endingOn(day, since, NOW, ZONE);
        if (typeof ending === "string") return ending === "left_before_begun" && day < dayAt(since, ZONE);
        return ending >= since && dayAt(ending, ZONE) === day;
      }),
    );
  });
});
