import { dayAfter, instantOf, weekdayOf, zonedDay } from "./zoned-day.ts";

/** Minutes of the day, `from` included and `to` not; 540 is 9:00. */
export interface WorkingWindow {
  readonly from: number;
  readonly to: number;
}

/** The windows of each weekday, 1 Monday … 7 Sunday; a weekday that is left out is free. Windows do not overlap. */
export type WorkingWeek = Readonly<Partial<Record<number, readonly WorkingWindow[]>>>;

/**
 * The company's calendar. `days` names what differs from the week: `rest` a holiday, `work` a 调休 working day. Only the
 * years in `knownYears` have been announced; of others it is not known which days differ.
 */
export interface WorkCalendar {
  readonly timeZone: string;
  readonly knownYears: ReadonlySet<number>;
  readonly days: ReadonlyMap<string, "work" | "rest">;
}

/** `unknownYears`: the years among the days counted whose calendar is not known; there Monday to Friday were counted. */
export interface WorkingSpan {
  readonly milliseconds: number;
  readonly unknownYears: readonly number[];
}

/** The instant a clock runs out, or null when the week has no working time at all. */
export interface WorkingInstant {
  readonly at: number | null;
  readonly unknownYears: readonly number[];
}

const MINUTE_MS = 60_000;
const SATURDAY = 6;
/** A week without one working minute in so many days has none; the longest break of a calendar is nine days. */
const GIVE_UP_AFTER_DAYS = 60;

/** 9:00–18:00 from Monday to Friday: the hours of a person who has set none. */
export const OFFICE_WEEK: WorkingWeek = Object.fromEntries(
  [1, 2, 3, 4, 5].map((day) => [day, [{ from: 540, to: 1080 }]]),
);

/** Working time from one instant to a later one; none when `to` is not later. */
export function workingTimeBetween(from: number, to: number, week: WorkingWeek, calendar: WorkCalendar): WorkingSpan {
  const unknown = new Set<number>();
  let milliseconds = 0;
  if (to <= from) return { milliseconds, unknownYears: [] };
  const last = zonedDay(to - 1, calendar.timeZone).day;
  for (let { day } = zonedDay(from, calendar.timeZone); day <= last; day = dayAfter(day)) {
    noteUnknown(day, calendar, unknown);
    for (const { opens, closes } of windowsOf(day, week, calendar))
      milliseconds += Math.max(0, Math.min(closes, to) - Math.max(opens, from));
  }
  return { milliseconds, unknownYears: [...unknown] };
}

/**
 * The instant at which so many working minutes have passed since `start`. Started outside working hours, the clock stands
 * until they begin; it runs out at the end of a window rather than at the start of the next.
 */
export function afterWorkingMinutes(
  start: number,
  minutes: number,
  week: WorkingWeek,
  calendar: WorkCalendar,
): WorkingInstant {
  const unknown = new Set<number>();
  let left = minutes * MINUTE_MS;
  let idleDays = 0;
  for (let { day } = zonedDay(start, calendar.timeZone); idleDays < GIVE_UP_AFTER_DAYS; day = dayAfter(day)) {
    noteUnknown(day, calendar, unknown);
    idleDays += 1;
    for (const { opens, closes } of windowsOf(day, week, calendar)) {
      if (closes <= start) continue;
      idleDays = 0;
      const begins = Math.max(opens, start);
      if (begins + left <= closes) return { at: begins + left, unknownYears: [...unknown] };
      left -= closes - begins;
    }
  }
  return { at: null, unknownYears: [...unknown] };
}

function windowsOf(day: string, week: WorkingWeek, calendar: WorkCalendar): { opens: number; closes: number }[] {
  return windowsByTheClock(day, week, calendar).map(({ from, to }) => ({
    opens: instantOf(day, from, calendar.timeZone),
    closes: instantOf(day, to, calendar.timeZone),
  }));
}

function windowsByTheClock(day: string, week: WorkingWeek, calendar: WorkCalendar): readonly WorkingWindow[] {
  const weekday = weekdayOf(day);
  const own = week[weekday] ?? [];
  if (!calendar.knownYears.has(yearOf(day))) return weekday < SATURDAY || worksWeekendsOnly(week) ? own : [];
  const differs = calendar.days.get(day);
  if (differs === "rest") return [];
  if (differs !== "work" || own.length > 0) return own;
  // A 调休 Saturday or Sunday is worked like the first working day of the week.
  return [1, 2, 3, 4, 5, 6, 7].map((one) => week[one] ?? []).find((windows) => windows.length > 0) ?? [];
}

/** Counting Monday to Friday would leave such a person no time at all. */
const worksWeekendsOnly = (week: WorkingWeek): boolean =>
  [1, 2, 3, 4, 5].every((weekday) => (week[weekday] ?? []).length === 0);

const yearOf = (day: string): number => Number(day.slice(0, "2025".length));

function noteUnknown(day: string, calendar: WorkCalendar, unknown: Set<number>): void {
  if (!calendar.knownYears.has(yearOf(day))) unknown.add(yearOf(day));
}
