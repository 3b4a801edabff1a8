import { expect, test } from "vitest";
import { workingMomentsBefore } from "./working-moments-before.ts";

/** 9:00 to 18:00 in Shanghai, Monday to Friday. */
const isWorking = (at: Date): boolean => {
  const local = new Date(at.getTime() + 8 * 3_600_000);
  return ![0, 6].includes(local.getUTCDay()) && local.getUTCHours() >= 9 && local.getUTCHours() < 18;
};
const before = (now: string, minutes: readonly number[]) =>
  workingMomentsBefore(new Date(now), minutes, isWorking).map((at) => at.toISOString());

test("within working hours they are the minutes before", () => {
  expect(before("2025-11-21T03:00:00.000Z", [60, 5])).toEqual(["2025-11-21T02:00:00.000Z", "2025-11-21T02:55:00.000Z"]);
});

test("on a Sunday they are those of Friday afternoon", () => {
  expect(before("2025-11-23T04:00:00.000Z", [60, 5])).toEqual(["2025-11-21T09:00:00.000Z", "2025-11-21T09:55:00.000Z"]);
});

test("early in the morning the day before lends the rest", () => {
  expect(before("2025-11-21T01:10:00.000Z", [30, 10])).toEqual([
    "2025-11-20T09:40:00.000Z",
    "2025-11-21T01:00:00.000Z",
  ]);
});

test("where nobody ever works there are none", () => {
  expect(workingMomentsBefore(new Date("2025-11-23T04:00:00.000Z"), [5], () => false)).toEqual([]);
});
