import { zoneClock } from "../../../platform/time/zone-clock.ts";

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

/** The instant (milliseconds since 1970 UTC) of a wall clock reading in one time zone. */
export type ZonedInstant = (wall: WallTime) => number;

/** Makes the conversion for one time zone (IANA name). @throws RangeError for a name that is no zone. */
export function zonedInstant(timeZone: string): ZonedInstant {
  const { instantOf } = zoneClock(timeZone);
  return ({ year, month, day, hour, minute, second, millisecond }) =>
    instantOf(Date.UTC(year, month - 1, day, hour, minute, second, millisecond));
}
