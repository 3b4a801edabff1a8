import { expect, test } from "vitest";
import { firstResponseDue } from "./first-response-due.ts";
import { OFFICE_WEEK } from "./working-time.ts";

const calendar = { timeZone: "Asia/Shanghai", knownYears: new Set([2025]), days: new Map() };
const time = { answerMinutes: 15, reassignMinutes: 120 };
const at = (text: string): number => Date.parse(`${text}+08:00`);

test("陈浩 is asked at 21:42 and has until a quarter past nine; at eleven the next is asked", () => {
  expect(firstResponseDue(at("2025-11-20T21:42"), time, OFFICE_WEEK, calendar)).toEqual({
    answerBy: at("2025-11-21T09:15"),
    reassignAt: at("2025-11-21T11:00"),
    because: [],
  });
});

test("says so when it counted days whose calendar is not known", () => {
  const due = firstResponseDue(at("2025-12-31T17:50"), time, OFFICE_WEEK, calendar);
  expect(due.because).toEqual([{ code: "clock.calendar_unknown", params: { year: 2026 } }]);
  expect(due.answerBy).toBe(at("2026-01-01T09:05"));
});

test("an owner without working hours has no clock that runs out", () => {
  expect(firstResponseDue(at("2025-11-20T10:00"), time, {}, calendar)).toMatchObject({
    answerBy: null,
    reassignAt: null,
  });
});
