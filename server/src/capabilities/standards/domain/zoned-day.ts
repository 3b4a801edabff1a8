const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const DAY_MS = 86_400_000;
const KEPT_OFFSETS = 20_000;

const offsets = new Map<string, number>();
const formats = new Map<string, Intl.DateTimeFormat>();

/** What the wall clock of a zone shows at an instant: the day as `2025-11-21` and the milliseconds since its midnight. */
export function zonedDay(at: number, timeZone: string): { day: string; sinceMidnight: number } {
  const wall = wallClock(at, timeZone);
  const midnight = Math.floor(wall / DAY_MS) * DAY_MS;
  return { day: isoDay(midnight), sinceMidnight: wall - midnight };
}

/**
 * The instant at which the wall clock of a zone shows this minute of this day. Where clocks are set back and show a minute
 * twice it is the first; a minute that is skipped when they are set forward is the moment after the jump.
 */
export function instantOf(day: string, minuteOfDay: number, timeZone: string): number {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minuteOfDay * MINUTE_MS;
  const near = [wanted - DAY_MS, wanted + DAY_MS];
  const candidates = near.map((instant) => wanted - offsetAt(instant, timeZone)).toSorted((a, b) => a - b);
  const exact = candidates.find((instant) => wallClock(instant, timeZone) === wanted);
  return exact ?? candidates.at(-1) ?? wanted;
}

/** The day after `2025-11-21`, of the calendar. */
export const dayAfter = (day: string): string => isoDay(Date.parse(`${day}T00:00:00Z`) + DAY_MS);

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

const isoDay = (midnight: number): string => new Date(midnight).toISOString().slice(0, "2025-11-21".length);

/** The wall clock as if it were UTC. */
const wallClock = (at: number, timeZone: string): number => at + offsetAt(at, timeZone);

/**
 * How far a zone is ahead of UTC. Asking the platform takes 20 µs, so answers are kept by quarter of an hour: since 1970
 * clocks have been changed at whole quarters only.
 */
function offsetAt(at: number, timeZone: string): number {
  const quarter = Math.floor(at / QUARTER_MS);
  const key = `${timeZone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = askOffset(quarter * QUARTER_MS, timeZone);
  if (offsets.size >= KEPT_OFFSETS) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function askOffset(at: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timeZone, format);
  }
  const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0;
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second")) - at;
}
