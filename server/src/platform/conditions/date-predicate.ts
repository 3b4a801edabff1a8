import type { ConditionTest } from "@tongzhou/contract/condition-operators";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { daySpan } from "./day-span.ts";
import type { DateField } from "./field.ts";
import { dayAt, startOfDay } from "../time/start-of-day.ts";

type Predicate = RawBuilder<boolean>;

/** The moment a statement is made for, and the zone whose days count. */
interface Moment {
  readonly now: Date;
  readonly timeZone: string;
}

/**
 * What a date condition asks, as a half-open range on the bare column, so that an index on it serves. The borders are worked
 * out here: `at time zone` on the column would hide the index and leave the rule to the server's own zone tables.
 */
export function datePredicate(field: DateField, test: ConditionTest<"date">, alias: string, moment: Moment): Predicate {
  const column = field.column(alias);
  if (test.operator === "empty") return sql`${column} is null`;
  if (test.operator === "not_empty") return sql`${column} is not null`;
  const { from, until } = daySpan(test, dayAt(moment.now, moment.timeZone));
  const border = (day: string): RawBuilder<unknown> =>
    field.storage === "day" ? sql`${day}::date` : sql`${startOfDay(day, moment.timeZone).toISOString()}::timestamptz`;
  if (from === undefined) return until === undefined ? sql`true` : sql`${column} < ${border(until)}`;
  if (until === undefined) return sql`${column} >= ${border(from)}`;
  return sql`(${column} >= ${border(from)} and ${column} < ${border(until)})`;
}
