import type { ConditionTest } from "@tongzhou/contract/condition-operators";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { MoneyField, NumberField } from "./field.ts";

type Predicate = RawBuilder<boolean>;

/** SQL's names of the comparisons; negative operators are turned around by the caller. */
const COMPARISON = {
  is: sql.raw("="),
  is_not: sql.raw("="),
  less_than: sql.raw("<"),
  at_most: sql.raw("<="),
  more_than: sql.raw(">"),
  at_least: sql.raw(">="),
} as const;

/** What a number condition asks. Values are cast to the column's own type, because a wider one would pass its index by. */
export function numberPredicate(field: NumberField, test: ConditionTest<"number">, alias: string): Predicate {
  const column = field.column(alias);
  const value = (number: number): RawBuilder<number> => sql`${number}::${sql.raw(field.storage)}`;
  switch (test.operator) {
    case "between":
      return sql`${column} between ${value(test.value[0])} and ${value(test.value[1])}`;
    case "empty":
      return sql`${column} is null`;
    case "not_empty":
      return sql`${column} is not null`;
    default:
      return sql`${column} ${COMPARISON[test.operator]} ${value(test.value)}`;
  }
}

/** What an amount condition asks. Amounts are compared within their currency only; nothing is converted. */
export function moneyPredicate(field: MoneyField, test: ConditionTest<"money">, alias: string): Predicate {
  const amount = field.amount(alias);
  switch (test.operator) {
    case "empty":
      return sql`${amount} is null`;
    case "not_empty":
      return sql`${amount} is not null`;
    case "between": {
      const { from, to, currency } = test.value;
      return sql`(${amount} between ${from}::int8 and ${to}::int8 and ${field.currency(alias)} = ${currency})`;
    }
    default: {
      const comparison = sql`${amount} ${COMPARISON[test.operator]} ${test.value.amount}::int8`;
      return sql`(${comparison} and ${field.currency(alias)} = ${test.value.currency})`;
    }
  }
}
