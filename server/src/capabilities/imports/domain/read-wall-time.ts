import type { WallTime } from "./zoned-instant.ts";

/** Which number is which in 1/24/18: month-day-year, day-month-year. Dates that begin with four digits are always year-month-day. */
export type DateOrder = "mdy" | "dmy";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = `(${MONTHS.join("|")})[a-z]*`;
const TIME =
  /(?:^|[\st日号,])(上午|下午|中午|凌晨|早上|晚上|am|pm)?\s*(\d{1,2})(?:[:时点](\d{1,2})?(?:[:分](\d{1,2})?秒?)?(?:[.,](\d{1,9}))?)\s*(am|pm|a\.m\.|p\.m\.)?$/;
const YEAR_FIRST = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[t ]?(\d{2})(\d{2})(\d{2})?)?$/;
const YEAR_LAST = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4}|\d{2})$/;
const DAY_NAMED_MONTH = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${MONTH}[\\s,.-]+(\\d{4})$`);
const NAMED_MONTH_DAY = new RegExp(`^${MONTH}[\\s.-]+(\\d{1,2})(?:st|nd|rd|th)?[\\s,]+(\\d{4})$`);
const WEEKDAY =
  /^(?:星期|周|礼拜)[一二三四五六日天]\s*|\s*(?:星期|周|礼拜)[一二三四五六日天]|^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/g;
/** Two digits are a year of this century; the importer takes nothing earlier. */
const CENTURY = 2000;

export interface ReadTime {
  wall: WallTime;
  hasTime: boolean;
}

/** Reads a date with or without a time from a text folded to half width and lower case. */
export function readWallTime(text: string, order: DateOrder | null): ReadTime | "unreadable" | "ambiguous" {
  const plain = text.replace(WEEKDAY, "").trim();
  const compact = COMPACT.exec(plain);
  if (compact) return existingTime(numbers(compact.slice(1, 4)), clock(compact.slice(4)), compact[4] !== undefined);
  const time = TIME.exec(plain);
  // The character 日 or 号 found before the time belongs to the date.
  const datePart = time ? plain.slice(0, time.index + (/^[日号]/.test(time[0]) ? 1 : 0)).trim() : plain;
  const date = readDate(datePart, order);
  if (date === "unreadable" || date === "ambiguous") return date;
  if (!time) return existingTime(date, [0, 0, 0, 0], false);
  const twelve = time[6]?.replaceAll(".", "") ?? time[1];
  const hour = onTwelveHourClock(Number(time[2]), twelve);
  const fraction = Math.trunc(Number(`0.${time[5] ?? "0"}`) * 1000);
  return existingTime(date, [hour, Number(time[3] ?? 0), Number(time[4] ?? 0), fraction], true);
}

function readDate(text: string, order: DateOrder | null): number[] | "unreadable" | "ambiguous" {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return numbers(yearFirst.slice(1, 4));
  const dayMonth = DAY_NAMED_MONTH.exec(text);
  if (dayMonth) return [Number(dayMonth[3]), MONTHS.indexOf(dayMonth[2] ?? "") + 1, Number(dayMonth[1])];
  const monthDay = NAMED_MONTH_DAY.exec(text);
  if (monthDay) return [Number(monthDay[3]), MONTHS.indexOf(monthDay[1] ?? "") + 1, Number(monthDay[2])];
  const yearLast = YEAR_LAST.exec(text);
  if (!yearLast) return "unreadable";
  const [first = 0, second = 0, last = 0] = numbers(yearLast.slice(1));
  const year = last < 100 ? CENTURY + last : last;
  const declared = order ?? (second > 12 || first === second ? "mdy" : first > 12 ? "dmy" : null);
  if (declared === null) return "ambiguous";
  return declared === "mdy" ? [year, first, second] : [year, second, first];
}

function onTwelveHourClock(hour: number, half: string | undefined): number {
  if (half === undefined || half === "上午" || half === "早上") return hour;
  if (half === "am" || half === "凌晨") return hour === 12 ? 0 : hour;
  if (half === "中午") return hour < 11 ? hour + 12 : hour;
  return hour < 12 ? hour + 12 : hour;
}

function numbers(texts: readonly (string | undefined)[]): number[] {
  return texts.map(Number);
}

function clock(texts: readonly (string | undefined)[]): number[] {
  return [...texts.map((text) => Number(text ?? 0)), 0, 0, 0, 0].slice(0, 4);
}

/** A date [year, month, day] with a time [hour, minute, second, millisecond], when there is such a one: no 30th of February and no 24:30; a leap second is not a time of day here. */
export function existingTime(
  date: readonly number[],
  time: readonly number[],
  hasTime: boolean,
): ReadTime | "unreadable" {
  const [year = 0, month = 0, day = 0] = date;
  const [hour = 0, minute = 0, second = 0, millisecond = 0] = time;
  const wall: WallTime = { year, month, day, hour, minute, second, millisecond };
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) && year >= 1000;
  return exists && hour <= 23 && minute <= 59 && second <= 59 ? { wall, hasTime } : "unreadable";
}

function daysIn(year: number, month: number): number {
  return month === 2 || month > 12
    ? new Date(Date.UTC(year, month, 0)).getUTCDate()
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;
}
