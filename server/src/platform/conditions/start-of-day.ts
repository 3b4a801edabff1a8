const DAY_MS = 86_400_000;

/** Building a formatter costs 50 µs, using it 1 µs; a deployment has one company time zone, and tests a few. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** What the clocks of a zone show at an instant, as if it were UTC, in milliseconds, without the fraction of a second. (Twice as fast as formatToParts.) */
function wallClock(instant: number, timeZone: string): number {
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = formatterOf(timeZone)
    .format(instant)
    .split(/\D+/)
    .map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The calendar day, `YYYY-MM-DD`, that it is in a zone at an instant. Throws RangeError for a zone that is not one. */
export function dayAt(instant: Date, timeZone: string): string {
  return new Date(wallClock(instant.getTime(), timeZone)).toISOString().slice(0, 10);
}

/**
 * The first instant of a day in a zone. Clocks may be set at midnight, so the day need not begin at 00:00 (São Paulo until
 * 2018), may meet 00:00 twice, and may not exist at all (Samoa, 2011-12-30: then it is the first instant after it).
 */
export function startOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Zones change their offset less often than once in two days: one of the offsets around is the one at the border.
  const offsetBefore = wallClock(midnight - DAY_MS, timeZone) - (midnight - DAY_MS);
  const offsetAfter = wallClock(midnight + DAY_MS, timeZone) - (midnight + DAY_MS);
  const candidates = [midnight - offsetBefore, midnight - offsetAfter].toSorted((a, b) => a - b);
  const first = candidates.find((candidate) => wallClock(candidate, timeZone) >= midnight);
  if (first === undefined) throw new RangeError(`${day} has no beginning in ${timeZone}`);
  return new Date(first);
}
