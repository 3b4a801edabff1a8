import { expect, test } from "vitest";
import { isTimeZone } from "./is-time-zone.ts";

test("a time zone is one that days can be computed in", () => {
  expect(["Asia/Shanghai", "Europe/Berlin", "UTC"].map(isTimeZone)).toEqual([true, true, true]);
  expect(["Asia/Atlantis", "", "上海"].map(isTimeZone)).toEqual([false, false, false]);
});
