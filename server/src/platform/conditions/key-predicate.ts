import type { ConditionTest } from "@tongzhou/contract/condition-operators";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type {
  AskedValues,
  BooleanField,
  EnumField,
  KeyStorage,
  ManyField,
  RegionField,
  UserField,
  ValueSet,
} from "./field.ts";

type Predicate = RawBuilder<boolean>;

/** What a condition on a choice asks. */
export function enumPredicate(field: EnumField, test: ConditionTest<"enum">, alias: string): Predicate {
  switch (test.operator) {
    case "is":
    case "is_not":
      return isOneOf(field.column(alias), [test.value], field.storage);
    case "any_of":
    case "none_of":
      return isOneOf(field.column(alias), test.value, field.storage);
    case "empty":
    case "not_empty":
      return missing(field.column(alias), test.operator);
  }
}

/** What a condition on a user asks, once "me" and teams have become ids. */
export function userPredicate(
  field: UserField,
  test: ConditionTest<"user">,
  ids: readonly string[],
  alias: string,
): Predicate {
  return test.operator === "empty" || test.operator === "not_empty"
    ? missing(field.column(alias), test.operator)
    : isOneOf(field.column(alias), ids, field.storage);
}

/** What a yes-or-no condition asks: the bare column, so that partial indexes on it serve. */
export function booleanPredicate(field: BooleanField, test: ConditionTest<"boolean">, alias: string): Predicate {
  const column = field.column(alias);
  if (test.operator === "empty" || test.operator === "not_empty") return missing(column, test.operator);
  return test.value ? sql`(${column})` : sql`(not ${column})`;
}

/** What a condition on a division code asks: the code's own significant digits in front cover everything below it. */
export function regionPredicate(field: RegionField, test: ConditionTest<"region">, alias: string): Predicate {
  const column = field.column(alias);
  if (test.operator === "empty") return sql`coalesce(${column}, '') = ''`;
  if (test.operator === "not_empty") return sql`${column} <> ''`;
  const below = test.value.map((code) => sql`${column} like ${`${code.replace(/(00){1,2}$/, "")}%`}`);
  return below.length === 1 && below[0] ? sql`${below[0]}` : sql`(${sql.join(below, sql` or `)})`;
}

/** What a condition on several values at once asks, over an array or over related rows. */
export function manyPredicate(field: ManyField, test: ConditionTest<"many">, alias: string): Predicate {
  if ("asked" in field.values) return askedPredicate(field.values.asked, test, field.storage, alias);
  return "array" in field.values
    ? arrayPredicate(field.values.array(alias), test, field.storage)
    : setPredicate(field.values.set, test, field.storage, alias);
}

function arrayPredicate(array: RawBuilder<unknown>, test: ConditionTest<"many">, storage: KeyStorage): Predicate {
  switch (test.operator) {
    case "has_any":
    case "has_none":
      return sql`${array} && ${keys(test.value, storage)}`;
    case "has_all":
      return sql`${array} @> ${keys(test.value, storage)}`;
    case "empty":
      return sql`coalesce(cardinality(${array}), 0) = 0`;
    case "not_empty":
      return sql`cardinality(${array}) > 0`;
  }
}

function askedPredicate(
  asked: AskedValues,
  test: ConditionTest<"many">,
  storage: KeyStorage,
  alias: string,
): Predicate {
  switch (test.operator) {
    case "has_any":
    case "has_none":
      return asked.among(alias, keys(test.value, storage));
    case "has_all":
      return sql`(${sql.join(
        test.value.map((one) => asked.among(alias, keys([one], storage))),
        sql` and `,
      )})`;
    case "empty":
      return sql`(not ${asked.any(alias)})`;
    case "not_empty":
      return asked.any(alias);
  }
}

function setPredicate(set: ValueSet, test: ConditionTest<"many">, storage: KeyStorage, alias: string): Predicate {
  const row = "value_1";
  const rows = sql`from ${set.from(row)} where ${set.link(alias, row)}`;
  if (test.operator === "empty") return sql`(not exists (select ${rows} and ${set.value(row)} is not null))`;
  if (test.operator === "not_empty") return sql`exists (select ${rows} and ${set.value(row)} is not null)`;
  const wanted = sql`${set.value(row)} = any(${keys(test.value, storage)})`;
  const distinct = new Set(test.value).size;
  if (test.operator === "has_all" && distinct > 1) {
    return sql`(select count(distinct ${set.value(row)}) ${rows} and ${wanted}) = ${distinct}::int8`;
  }
  return sql`exists (select ${rows} and ${wanted})`;
}

/** One value becomes an equality, which more indexes and estimates can use than `any` of one. */
function isOneOf(column: RawBuilder<unknown>, values: readonly string[], storage: KeyStorage): Predicate {
  const [only] = values;
  if (values.length === 1) return sql`${column} = ${only}::${sql.raw(storage)}`;
  return sql`${column} = any(${keys(values, storage)})`;
}

function keys(values: readonly string[], storage: KeyStorage): RawBuilder<readonly string[]> {
  return sql`${values}::${sql.raw(storage)}[]`;
}

function missing(column: RawBuilder<unknown>, operator: "empty" | "not_empty"): Predicate {
  return operator === "empty" ? sql`${column} is null` : sql`${column} is not null`;
}
