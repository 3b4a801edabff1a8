import announced from "chinese-days/dist/chinese-days.json" with { type: "json" };
import type { WorkCalendar } from "./domain/working-time.ts";

/** Of a year that has been announced at least the National Day is known. */
const NATIONAL_DAY = "-10-01";

const DAYS = new Map<string, "work" | "rest">([
  ...Object.keys(announced.holidays).map((day) => [day, "rest"] as const),
  ...Object.keys(announced.workdays).map((day) => [day, "work"] as const),
]);

const KNOWN_YEARS = new Set(
  [...DAYS.keys()].filter((day) => day.endsWith(NATIONAL_DAY)).map((day) => Number(day.slice(0, "2025".length))),
);

/** The official calendar with its holidays and 调休 working days, as far as it has been announced, in a time zone. */
export function workCalendar(timeZone: string): WorkCalendar {
  return { timeZone, knownYears: KNOWN_YEARS, days: DAYS };
}
