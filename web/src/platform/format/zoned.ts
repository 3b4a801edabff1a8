/** A moment as a wall clock and calendar show it. */
export interface Zoned {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  /** 0 is Sunday. */
  weekday: number;
}

const DAY_MS = 86_400_000;
const known = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  const format =
    known.get(zone) ??
    new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
  known.set(zone, format);
  return format;
}

/** The wall clock of an IANA time zone at an instant (epoch ms). */
export function zonedIn(zone: string, instant: number): Zoned {
  const parts = Object.fromEntries(
    formatIn(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return { year, month, day, hour, minute, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() };
}

/** Whole calendar days from `then` to `now`, both wall clocks of one zone; summer time does not matter. */
export function daysBetween(then: Zoned, now: Zoned): number {
  const number = ({ year, month, day }: Zoned) => Date.UTC(year, month - 1, day) / DAY_MS;
  return number(now) - number(then);
}
