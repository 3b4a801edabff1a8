const DAY_MS = 86_400_000;
/** Days whose offset is remembered in each zone; more than a century. */
const REMEMBERED_DAYS = 50_000;

/**
 * The clocks on the walls of one time zone. What they show is written in milliseconds as if it were UTC, so that 09:30 in
 * Shanghai on the first of March is `Date.UTC(2025, 2, 1, 9, 30)`.
 */
export interface ZoneClock {
  /** What the clocks show at an instant (milliseconds since 1970 UTC). */
  wallAt(instant: number): number;
  /**
   * The instant at which they show this. What they skip in spring is moved on by what was skipped, and of what they show
   * twice in autumn it is the first (what Temporal calls "compatible").
   */
  instantOf(wall: number): number;
}

const clocks = new Map<string, ZoneClock>();

/** The clock of an IANA zone; one is made for each and kept. @throws RangeError for a name that is no zone. */
export function zoneClock(timeZone: string): ZoneClock {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = createClock(timeZone);
  clocks.set(timeZone, clock);
  return clock;
}

function createClock(timeZone: string): ZoneClock {
  const offsetAt = rememberedByDay(offsetReader(timeZone));
  const shows = (instant: number, wall: number): boolean => instant + offsetAt(instant) === wall;
  return {
    wallAt: (instant) => instant + offsetAt(instant),
    instantOf(wall) {
      // Zones are at most 14 hours from UTC and change less often than once in two days, so one of these offsets is in force.
      const before = wall - offsetAt(wall - DAY_MS);
      const after = wall - offsetAt(wall + DAY_MS);
      // Both fit in autumn, none in spring.
      return before === after || shows(before, wall) || !shows(after, wall) ? before : after;
    },
  };
}

/** Asking the platform costs microseconds: the offset of a day in which it does not change is asked once. */
function rememberedByDay(ask: (instant: number) => number): (instant: number) => number {
  const offsetOfDay = new Map<number, number | null>();
  return (instant) => {
    const day = Math.floor(instant / DAY_MS);
    let offset = offsetOfDay.get(day);
    if (offset === undefined) {
      if (offsetOfDay.size >= REMEMBERED_DAYS) offsetOfDay.clear();
      offset = ask(day * DAY_MS);
      if (offset !== ask((day + 1) * DAY_MS)) offset = null;
      offsetOfDay.set(day, offset);
    }
    return offset ?? ask(instant);
  };
}

/** Reads how far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetReader(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
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
  return (instant) => {
    // Twice as fast as formatToParts.
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = format
      .format(instant)
      .split(/\D+/)
      .map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
  };
}
