/** A wall clock reading, before it is known where the wall is. Months from 1. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

const DAY_MS = 86_400_000;
/** Days whose offset is remembered; more than a century. */
const REMEMBERED_DAYS = 50_000;

/** The instant (milliseconds since 1970 UTC) of a wall clock reading in one time zone. */
export type ZonedInstant = (wall: WallTime) => number;

/**
 * Makes the conversion for one time zone (IANA name; throws a RangeError for a name that is none). A reading that the
 * clocks skip in spring is moved on by the skipped hour, one that they show twice in autumn is the first (what Temporal
 * calls "compatible"). Offsets are asked once a day, since asking is what costs.
 */
export function zonedInstant(timeZone: string): ZonedInstant {
  const offsetAt = offsetReader(timeZone);
  const offsetOfDay = new Map<number, number | null>();
  return (wall) => {
    const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second, wall.millisecond);
    const day = Math.floor(asUtc / DAY_MS);
    let offset = offsetOfDay.get(day);
    if (offset === undefined) {
      if (offsetOfDay.size >= REMEMBERED_DAYS) offsetOfDay.clear();
      // Zones are at most 14 hours from UTC: the same offset a day before and two days later means no change in between.
      const before = offsetAt(day * DAY_MS - DAY_MS);
      offset = before === offsetAt(day * DAY_MS + 2 * DAY_MS) ? before : null;
      offsetOfDay.set(day, offset);
    }
    if (offset !== null) return asUtc - offset;
    const earlier = asUtc - offsetAt(asUtc - DAY_MS);
    const later = asUtc - offsetAt(asUtc + DAY_MS);
    // Both readings fit in autumn, none in spring; then the offset from before the change is the "compatible" one.
    if (asUtc - offsetAt(earlier) === earlier) return earlier;
    return asUtc - offsetAt(later) === later ? later : earlier;
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
    era: "short",
  });
  return (instant) => {
    const parts: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(instant)) parts[type] = value;
    const wall = Date.UTC(
      Number(parts["year"]),
      Number(parts["month"]) - 1,
      Number(parts["day"]),
      Number(parts["hour"]),
      Number(parts["minute"]),
      Number(parts["second"]),
    );
    return wall - Math.floor(instant / 1000) * 1000;
  };
}
