import { foldText } from "../../../platform/text/clean-text.ts";
import { zoneClock } from "../../../platform/time/zone-clock.ts";
import { existingTime, readWallTime, type DateOrder } from "./read-wall-time.ts";
import { zonedInstant, type ZonedInstant } from "./zoned-instant.ts";

/** `unreadable`: no date; `ambiguous`: 3/4/2025 and nobody has said which number is the day; `out_of_range`: before 2000 or more than a year ahead. */
export type DateProblem = "unreadable" | "ambiguous" | "out_of_range";

export interface ParsedDate {
  /** Milliseconds since 1970 UTC; null when there is a problem. */
  instant: number | null;
  /** Whether the text named a time of day; without one the instant is the day's beginning. */
  hasTime: boolean;
  problem: DateProblem | null;
}

export interface DateReading {
  /** IANA name of the zone whose clocks the file shows, as a rule the company's. */
  timeZone: string;
  /** Which number is which in 1/24/18; null: not declared, and then only what can be read one way is read. */
  order: DateOrder | null;
  /** The present instant, for the end of the range. */
  now: Date;
}

const EARLIEST = { year: 2000, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 };
/** Day 0 of spreadsheets' serial dates is 1899-12-30 (they count a 29th of February 1900). Five digits are 1927 to 2173. */
const SERIAL = /^\d{5}(?:\.\d+)?$/;
const SERIAL_EPOCH_DAYS = 25_569;
const DAY_MS = 86_400_000;
const EPOCH_SECONDS = /^1\d{9}$/;
const EPOCH_MILLISECONDS = /^(?:9|1\d)\d{11}$/;
const OFFSET = /\s*(?:z|utc|gmt)$|\s*(?:utc|gmt)?([+-])(\d{2}):?(\d{2})?$/;
const LONGEST_TEXT = 60;
/** What most columns of dates hold, read without the many forms of `readWallTime`. */
const USUAL = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** Makes the reader of one column of dates. It never throws on a text; only a time zone that does not exist throws here. */
export function dateParser({ timeZone, order, now }: DateReading): (text: string) => ParsedDate {
  const toInstant = zonedInstant(timeZone);
  const earliest = toInstant(EARLIEST);
  const latest = new Date(now);
  latest.setUTCFullYear(now.getUTCFullYear() + 1);
  return (text) => {
    const parsed = parseDate(text, order, toInstant);
    const { instant } = parsed;
    if (instant === null || (instant >= earliest && instant <= latest.getTime())) return parsed;
    return { ...parsed, instant: null, problem: "out_of_range" };
  };
}

/** A day, as `2025-11-20`; null when there is a problem. */
export interface ParsedDay {
  day: string | null;
  problem: DateProblem | null;
}

/** Makes the reader of a column of days of any age: birthdays, founding days. The day is the one that its clocks show. */
export function dayParser({ timeZone, order }: Omit<DateReading, "now">): (text: string) => ParsedDay {
  const toInstant = zonedInstant(timeZone);
  const { wallAt } = zoneClock(timeZone);
  return (text) => {
    const { instant, problem } = parseDate(text, order, toInstant);
    return { day: instant === null ? null : new Date(wallAt(instant)).toISOString().slice(0, 10), problem };
  };
}

function parseDate(raw: string, order: DateOrder | null, toInstant: ZonedInstant): ParsedDate {
  if (raw.length > LONGEST_TEXT) return unread("unreadable");
  const usual = USUAL.exec(raw);
  if (usual) {
    const [, year, , month, day, hour, minute, second] = usual;
    const date = [Number(year), Number(month), Number(day)];
    const read = existingTime(
      date,
      [Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0), 0],
      hour !== undefined,
    );
    if (read === "unreadable") return unread(read);
    return { instant: toInstant(read.wall), hasTime: read.hasTime, problem: null };
  }
  const text = foldText(raw).replace(/^(?:="|')|"$/g, "");
  if (SERIAL.test(text)) return fromSerial(Number(text), toInstant);
  if (EPOCH_SECONDS.test(text)) return { instant: Number(text) * 1000, hasTime: true, problem: null };
  if (EPOCH_MILLISECONDS.test(text)) return { instant: Number(text), hasTime: true, problem: null };
  const offset = OFFSET.exec(text);
  // An offset belongs to a time (…T10:00+08:00); behind a bare date "-08" is a part of the date.
  const zoned = offset !== null && /\d:\d/.test(text.slice(0, offset.index));
  const read = readWallTime(zoned ? text.slice(0, offset.index) : text, order);
  if (read === "unreadable" || read === "ambiguous") return unread(read);
  if (!zoned) return { instant: toInstant(read.wall), hasTime: read.hasTime, problem: null };
  const { year, month, day, hour, minute, second, millisecond } = read.wall;
  const ahead = (Number(offset[2] ?? 0) * 60 + Number(offset[3] ?? 0)) * (offset[1] === "-" ? -60_000 : 60_000);
  return {
    instant: Date.UTC(year, month - 1, day, hour, minute, second, millisecond) - ahead,
    hasTime: true,
    problem: null,
  };
}

function fromSerial(serial: number, toInstant: ZonedInstant): ParsedDate {
  // To the second: a serial is a binary fraction of a day and would show 2:59:59.999 for 3:00.
  const wall = new Date(Math.round((serial - SERIAL_EPOCH_DAYS) * (DAY_MS / 1000)) * 1000);
  const instant = toInstant({
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    millisecond: 0,
  });
  return { instant, hasTime: !Number.isInteger(serial), problem: null };
}

function unread(problem: DateProblem): ParsedDate {
  return { instant: null, hasTime: false, problem };
}
