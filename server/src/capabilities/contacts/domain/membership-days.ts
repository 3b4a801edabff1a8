import { dayAt, startOfDay } from "../../../platform/time/start-of-day.ts";

/** What stands in the way of a day. */
export type DayFault = "day_ahead" | "left_before_begun";

/** The instant at which a membership begins that somebody dates: now for today; undefined for a day that has not come. */
export function beginningOn(day: string, now: Date, timeZone: string): Date | undefined {
  const today = dayAt(now, timeZone);
  if (day > today) return undefined;
  return day === today ? now : startOfDay(day, timeZone);
}

/**
 * The instant at which a membership ends that somebody says was over on a day: now for today, else the beginning of that day,
 * or its own beginning when that is later on the same day. A day that has not come is none: who will leave is still there.
 */
export function endingOn(day: string, since: Date, now: Date, timeZone: string): Date | DayFault {
  const start = beginningOn(day, now, timeZone);
  if (start === undefined) return "day_ahead";
  if (day < dayAt(since, timeZone)) return "left_before_begun";
  return start < since ? since : start;
}
