import { zoneClock } from "./zone-clock.ts";

const DAY_MS = 86_400_000;

/** The calendar day, `YYYY-MM-DD`, that it is in a zone at an instant. Throws RangeError for a zone that is not one. */
export function dayAt(instant: Date, timeZone: string): string {
  return new Date(zoneClock(timeZone).wallAt(instant.getTime())).toISOString().slice(0, "2025-11-21".length);
}

/**
 * The first instant of a day in a zone. Clocks may be set at midnight, so the day need not begin at 00:00 (São Paulo until
 * 2018), may meet 00:00 twice, and may not exist at all (Samoa, 2011-12-30: then it is the first instant after it).
 */
export function startOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Zones change their offset less often than once in two days: one of the offsets around is the one at the border.
  const { wallAt } = zoneClock(timeZone);
  const offsets = [midnight - DAY_MS, midnight + DAY_MS].map((instant) => wallAt(instant) - instant);
  const candidates = offsets.map((offset) => midnight - offset).toSorted((a, b) => a - b);
  const first = candidates.find((candidate) => wallAt(candidate) >= midnight);
  if (first === undefined) throw new RangeError(`${day} has no beginning in ${timeZone}`);
  return new Date(first);
}
