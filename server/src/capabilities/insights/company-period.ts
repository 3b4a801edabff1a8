import { startOfDay } from "../../platform/time/start-of-day.ts";
import { Refused } from "../../platform/problems/refusal.ts";

/** Longer is a report of its own. */
export const MAX_PERIOD_DAYS = 3660;
const DAY_MS = 86_400_000;

/** From the first instant, included, to the second, not included. */
export interface InstantPeriod {
  readonly from: Date;
  readonly to: Date;
}

/** The instants between two days of the company, both included. @throws Refused `period_backwards`, `period_too_long`. */
export function companyPeriod(
  { from, to }: { readonly from: string; readonly to: string },
  { timeZone }: { readonly timeZone: string },
): InstantPeriod {
  if (to < from) throw new Refused("period_backwards", { from, to });
  if (Date.parse(to) - Date.parse(from) > MAX_PERIOD_DAYS * DAY_MS) {
    throw new Refused("period_too_long", { days: MAX_PERIOD_DAYS });
  }
  return { from: startOfDay(from, timeZone), to: startOfDay(dayAfter(to), timeZone) };
}

/** The next day of the calendar. */
export const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
