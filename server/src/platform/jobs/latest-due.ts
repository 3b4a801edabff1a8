import { zoneClock } from "../time/zone-clock.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** A day of a month comes again within 31 days, a weekday within 7. */
const DAYS_TO_LOOK_BACK = 32;
const LAST_DAY_OF_EVERY_MONTH = 28;

/** When a schedule is due: every so many minutes, or at a time of the company's clocks on every day or on some. */
export type ScheduleTime =
  | { readonly everyMinutes: number }
  | {
      /** `HH:MM` by the clocks of the company. */
      readonly at: string;
      /** 0 = Sunday; every day when absent. */
      readonly weekdays?: readonly number[];
      /** 1–28; every day when absent. */
      readonly dayOfMonth?: number;
    };

/**
 * The last moment at or before `now` at which a schedule was due.
 * @param timeZone IANA name of the company's time zone.
 * @throws RangeError when the time is not one, or never comes.
 */
export function latestDue(time: ScheduleTime, now: Date, timeZone: string): Date {
  if ("everyMinutes" in time) return latestMultiple(time.everyMinutes, now);
  const wanted = minutesOf(time.at);
  const { dayOfMonth } = time;
  if (dayOfMonth !== undefined && !(dayOfMonth >= 1 && dayOfMonth <= LAST_DAY_OF_EVERY_MONTH)) {
    throw new RangeError(`day ${dayOfMonth} does not come in every month`);
  }
  const clock = zoneClock(timeZone);
  // Days are counted on a calendar without clocks: midnight UTC stands for the day.
  const today = Math.floor(clock.wallAt(now.getTime()) / DAY_MS) * DAY_MS;
  for (let back = 0; back <= DAYS_TO_LOOK_BACK; back++) {
    const day = new Date(today - back * DAY_MS);
    if (time.weekdays && !time.weekdays.includes(day.getUTCDay())) continue;
    if (dayOfMonth !== undefined && day.getUTCDate() !== dayOfMonth) continue;
    // A time that clocks skip is moved by what they skip, so that a nightly job is never left out.
    const due = clock.instantOf(day.getTime() + wanted * MINUTE_MS);
    if (due <= now.getTime()) return new Date(due);
  }
  throw new RangeError("a schedule that is due on no day");
}

/**
 * The first moment after `now` at which a schedule is due.
 * @throws RangeError as `latestDue`.
 */
export function nextDue(time: ScheduleTime, now: Date, timeZone: string): Date {
  if ("everyMinutes" in time)
    return new Date(latestMultiple(time.everyMinutes, now).getTime() + time.everyMinutes * MINUTE_MS);
  for (let ahead = 1; ahead <= DAYS_TO_LOOK_BACK; ahead++) {
    const due = latestDue(time, new Date(now.getTime() + ahead * DAY_MS), timeZone);
    if (due > now) return due;
  }
  throw new RangeError("a schedule that is due on no day");
}

function latestMultiple(minutes: number, now: Date): Date {
  if (!Number.isInteger(minutes) || minutes < 1) throw new RangeError(`every ${minutes} minutes is no schedule`);
  const step = minutes * MINUTE_MS;
  return new Date(Math.floor(now.getTime() / step) * step);
}

function minutesOf(at: string): number {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(at);
  if (!parts) throw new RangeError(`"${at}" is not a time of day like 02:00`);
  return Number(parts[1]) * 60 + Number(parts[2]);
}
