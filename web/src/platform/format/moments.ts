import type { FormatContext } from "./format-context.ts";
import { daysBetween, zonedIn, type Zoned } from "./zoned.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const twoDigits = (value: number): string => String(value).padStart(2, "0");

const clockOf = ({ hour, minute }: Zoned): string => `${hour}:${twoDigits(minute)}`;

/** `9:24`, `22:10`: 24 hours, in the viewer's zone. */
export const clockTime = ({ viewerZone }: FormatContext, instant: number): string =>
  clockOf(zonedIn(viewerZone, instant));

const formats = new Map<string, Intl.DateTimeFormat>();

/** Dates are written by the language's own rules: `11月18日`, `Nov 18`. The parts are already zoned, so UTC it is. */
function written(language: string, date: Zoned, options: Intl.DateTimeFormatOptions): string {
  const key = `${language}/${Object.keys(options).join()}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
  formats.set(key, format);
  return format.format(Date.UTC(date.year, date.month - 1, date.day));
}

function calendarDay(language: string, date: Zoned, now: Zoned): string {
  const isThisYear = date.year === now.year;
  const style = language === "en" ? "short" : "long";
  return written(language, date, { ...(isThisYear ? {} : { year: "numeric" }), month: style, day: "numeric" });
}

const NAMED = { "-1": "tomorrow", "0": "today", "1": "yesterday" } as const;

function namedDay(t: FormatContext["t"], daysAgo: number): string | undefined {
  const key = NAMED[String(daysAgo) as keyof typeof NAMED];
  return key === undefined ? undefined : t(key);
}

/** `今天`, `昨天`, `11月18日`, `2024年3月5日`: a day of the company's calendar. */
export function day({ t, language, companyZone }: FormatContext, instant: number, now: number): string {
  const [then, today] = [zonedIn(companyZone, instant), zonedIn(companyZone, now)];
  return namedDay(t, daysBetween(then, today)) ?? calendarDay(language, then, today);
}

/** The head of a day in a timeline: `今天`, `昨天 11月20日`, `11月18日`. */
export function dayHead(context: FormatContext, instant: number, now: number): string {
  const { t, language, companyZone } = context;
  const [then, today] = [zonedIn(companyZone, instant), zonedIn(companyZone, now)];
  const date = calendarDay(language, then, today);
  const daysAgo = daysBetween(then, today);
  if (daysAgo === 0) return t("today");
  const name = namedDay(t, daysAgo);
  return name === undefined ? date : t("dayNamed", { name, day: date });
}

/**
 * When something happened: `12 分钟前` within the hour, then `今天 8:51`, `昨天 22:10`, `11月18日`. The day before a
 * clock time is the viewer's, since the clock is; a day alone is the company's.
 */
export function moment(context: FormatContext, instant: number, now: number): string {
  const { t, viewerZone } = context;
  const age = now - instant;
  if (age >= 0 && age < MINUTE_MS) return t("justNow");
  if (age > 0 && age < HOUR_MS) return t("minutesAgo", { count: Math.floor(age / MINUTE_MS) });
  const [then, today] = [zonedIn(viewerZone, instant), zonedIn(viewerZone, now)];
  const name = namedDay(t, daysBetween(then, today));
  if (name === undefined) return day(context, instant, now);
  return t("dayAndTime", { day: name, time: clockOf(then) });
}

/** A moment with its clock time however long ago: `11月18日 14:05`. For histories. */
export function fullMoment(context: FormatContext, instant: number, now: number): string {
  const { t, language, viewerZone } = context;
  const [then, today] = [zonedIn(viewerZone, instant), zonedIn(viewerZone, now)];
  const date = namedDay(t, daysBetween(then, today)) ?? calendarDay(language, then, today);
  return t("dayAndTime", { day: date, time: clockOf(then) });
}

/** `11月21日 周五`, `Fri, Nov 21`: the day a page is about. */
export function dayWithWeekday({ language, companyZone }: FormatContext, instant: number): string {
  const date = zonedIn(companyZone, instant);
  if (language === "en") return written(language, date, { weekday: "short", month: "short", day: "numeric" });
  const monthAndDay = written(language, date, { month: "long", day: "numeric" });
  return `${monthAndDay} ${written(language, date, { weekday: "short" })}`;
}

/** `12月`, `2026年3月`: a month of the company's calendar; the year only when it is another. */
export function month({ language, companyZone }: FormatContext, instant: number, now: number): string {
  const [then, today] = [zonedIn(companyZone, instant), zonedIn(companyZone, now)];
  return written(language, then, { ...(then.year === today.year ? {} : { year: "numeric" }), month: "short" });
}

/** `2025-11-21`: forms and exports. */
export function isoDay({ companyZone }: FormatContext, instant: number): string {
  const { year, month: monthOfYear, day: dayOfMonth } = zonedIn(companyZone, instant);
  return `${year}-${twoDigits(monthOfYear)}-${twoDigits(dayOfMonth)}`;
}
