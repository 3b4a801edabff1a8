import type { ConditionTest } from "@tongzhou/contract/condition-operators";
import type { ConditionDay, ConditionPeriod } from "@tongzhou/contract/condition-values";

const DAY_MS = 86_400_000;

let latest: { timeZone: string; format: Intl.DateTimeFormat } | undefined;

/** Sweden writes days as ISO 8601 does. */
function dayIn(timeZone: string, instant: Date): string {
  if (latest?.timeZone !== timeZone) latest = { timeZone, format: new Intl.DateTimeFormat("sv-SE", { timeZone }) };
  return latest.format.format(instant);
}

/** Whether a day, or the company's day of an instant, meets a date condition: every day is looked at as a date on a calendar. */
export function dayMeets(
  held: Date | string | null,
  test: ConditionTest<"date">,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): boolean {
  if (held === null) return test.operator === "not_on" || test.operator === "not_in_last" || test.operator === "empty";
  const day = typeof held === "string" ? held : dayIn(timeZone, held);
  const today = dayIn(timeZone, now);
  // Positive when the held day is later.
  const from = (asked: ConditionDay): number =>
    number(day) - (typeof asked === "string" ? number(asked) : number(today) + asked.daysFromToday);
  const age = number(today) - number(day);
  switch (test.operator) {
    case "on":
      return from(test.value) === 0;
    case "not_on":
      return from(test.value) !== 0;
    case "before":
      return from(test.value) < 0;
    case "after":
      return from(test.value) > 0;
    case "on_or_before":
      return from(test.value) <= 0;
    case "on_or_after":
      return from(test.value) >= 0;
    case "between":
      return from(test.value[0]) >= 0 && from(test.value[1]) <= 0;
    case "in_last":
      return age >= 0 && age < test.value;
    case "not_in_last":
      return age < 0 || age >= test.value;
    case "in_next":
      return age <= 0 && -age < test.value;
    case "in_period":
      return periodNumber(day, test.value) - periodNumber(today, test.value) === shiftOf(test.value);
    case "empty":
      return false;
    case "not_empty":
      return true;
  }
}

/** Days since 1970-01-01. */
function number(day: string): number {
  return Math.round(Date.parse(day) / DAY_MS);
}

/** Which day, week, month, quarter or year a day lies in, counted on: neighbours differ by one. */
function periodNumber(day: string, period: ConditionPeriod): number {
  const [year = 0, month = 0] = day.split("-").map(Number);
  if (period.endsWith("_year")) return year;
  if (period.endsWith("_quarter")) return year * 4 + Math.ceil(month / 3);
  if (period.endsWith("_month")) return year * 12 + month;
  // 1970-01-01 was a Thursday: three days after a Monday.
  if (period.endsWith("_week")) return Math.floor((number(day) + 3) / 7);
  return number(day);
}

function shiftOf(period: ConditionPeriod): number {
  if (period.startsWith("last_") || period === "yesterday") return -1;
  return period.startsWith("next_") || period === "tomorrow" ? 1 : 0;
}
