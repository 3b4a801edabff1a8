import { zoneClock } from "../../../platform/time/zone-clock.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** What the wall clock of a zone shows at an instant: the day as `2025-11-21` and the milliseconds since its midnight. */
export function zonedDay(at: number, timeZone: string): { day: string; sinceMidnight: number } {
  const wall = zoneClock(timeZone).wallAt(at);
  const midnight = Math.floor(wall / DAY_MS) * DAY_MS;
  return { day: isoDay(midnight), sinceMidnight: wall - midnight };
}

/**
 * The instant at which the wall clock of a zone shows this minute of this day. Where clocks are set back and show a minute
 * twice it is the first; a minute that is skipped when they are set forward is the moment after the jump.
 */
export const instantOf = (day: string, minuteOfDay: number, timeZone: string): number =>
  zoneClock(timeZone).instantOf(Date.parse(`${day}T00:00:00Z`) + minuteOfDay * MINUTE_MS);

/** The day after `2025-11-21`, of the calendar. */
export const dayAfter = (day: string): string => isoDay(Date.parse(`${day}T00:00:00Z`) + DAY_MS);

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

const isoDay = (midnight: number): string => new Date(midnight).toISOString().slice(0, "2025-11-21".length);
