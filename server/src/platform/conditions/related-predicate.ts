import type { ConditionTest } from "@tongzhou/contract/condition-operators";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { RelatedField } from "./field.ts";

type Predicate = RawBuilder<boolean>;

/**
 * What a condition on related rows asks. `filters` are the window and the inner conditions, over the alias `row`.
 * Always true or false, never null.
 */
export function relatedPredicate(
  field: RelatedField,
  test: ConditionTest<"related">,
  filters: readonly Predicate[],
  alias: string,
  row: string,
): Predicate {
  const rows = sql`from ${field.from(row)} where ${sql.join([field.link(alias, row), ...filters], sql` and `)}`;
  const exists: Predicate = sql`exists (select ${rows})`;
  const none: Predicate = sql`(not exists (select ${rows}))`;
  // Counting stops one row after the answer is known.
  const count = (limit: number): RawBuilder<number> =>
    sql`(select count(*) from (select ${rows} limit ${limit}::int8) as counted)`;
  // `exists` beside the count says nothing new, but lets the planner begin at the related rows of the window instead of
  // counting for every record there is.
  const atLeast = (number: number): Predicate =>
    number === 1 ? exists : sql`(${exists} and ${count(number)} >= ${number}::int8)`;
  switch (test.operator) {
    case "exists":
      return exists;
    case "not_exists":
      return none;
    case "at_least":
      return test.value.count === 0 ? sql`true` : atLeast(test.value.count);
    case "at_most":
      return test.value.count === 0 ? none : sql`(not ${atLeast(test.value.count + 1)})`;
    case "exactly":
      if (test.value.count === 0) return none;
      return sql`(${exists} and ${count(test.value.count + 1)} = ${test.value.count}::int8)`;
  }
}
