import type { ConditionTest } from "@tongzhou/contract/condition-operators";
import type { ConditionDay, ConditionPeriod } from "@tongzhou/contract/condition-values";

const DAY_MS = 86_400_000;
const DAYS_OF_WEEK = 7;
const MONTHS_OF_QUARTER = 3;
const MONTHS_OF_YEAR = 12;

/** Days from `from` on and before `until`; a missing border is open. */
export interface DaySpan {
  readonly from?: string;
  readonly until?: string;
}

/** A date condition that lies in a span of days, once `not` and emptiness are taken off. */
export type DaySpanTest = Exclude<ConditionTest<"date">, { operator: "empty" | "not_empty" }>;

/** The span a date condition means when today is `today` (a day of the company). Negative operators give their positive's. */
export function daySpan(test: DaySpanTest, today: string): DaySpan {
  const dayOf = (value: ConditionDay): string =>
    typeof value === "string" ? value : addDays(today, value.daysFromToday);
  switch (test.operator) {
    case "on":
    case "not_on":
      return { from: dayOf(test.value), until: addDays(dayOf(test.value), 1) };
    case "before":
      return { until: dayOf(test.value) };
    case "on_or_before":
      return { until: addDays(dayOf(test.value), 1) };
    case "after":
      return { from: addDays(dayOf(test.value), 1) };
    case "on_or_after":
      return { from: dayOf(test.value) };
    case "between":
      return { from: dayOf(test.value[0]), until: addDays(dayOf(test.value[1]), 1) };
    case "in_last":
    case "not_in_last":
      return { from: addDays(today, 1 - test.value), until: addDays(today, 1) };
    case "in_next":
      return { from: today, until: addDays(today, test.value) };
    case "in_period":
      return periodSpan(test.value, today);
  }
}

function periodSpan(period: ConditionPeriod, today: string): Required<DaySpan> {
  const [which, unit] = period.split("_");
  if (unit === undefined) {
    const day = addDays(today, period === "yesterday" ? -1 : period === "tomorrow" ? 1 : 0);
    return { from: day, until: addDays(day, 1) };
  }
  const shift = which === "last" ? -1 : which === "next" ? 1 : 0;
  if (unit === "week") {
    // getUTCDay counts from Sunday, weeks here from Monday.
    const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % DAYS_OF_WEEK;
    const monday = addDays(today, shift * DAYS_OF_WEEK - sinceMonday);
    return { from: monday, until: addDays(monday, DAYS_OF_WEEK) };
  }
  const months = unit === "month" ? 1 : unit === "quarter" ? MONTHS_OF_QUARTER : MONTHS_OF_YEAR;
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1];
  const first = Math.floor((year * MONTHS_OF_YEAR + month) / months) * months + shift * months;
  return { from: firstOfMonth(first), until: firstOfMonth(first + months) };
}

/** @param month months since the year 0 */
function firstOfMonth(month: number): string {
  return new Date(Date.UTC(Math.floor(month / MONTHS_OF_YEAR), month % MONTHS_OF_YEAR, 1)).toISOString().slice(0, 10);
}

/** Calendar arithmetic on `YYYY-MM-DD`; no zone has a say in it. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
