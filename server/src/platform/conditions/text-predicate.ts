import type { ConditionTest } from "@tongzhou/contract/condition-operators";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { TextField } from "./field.ts";
import { likeLiteral } from "./contains-text.ts";
import { foldText } from "./fold-text.ts";

type Predicate = RawBuilder<boolean>;

/** What a text condition asks; for a negative operator, what it is the opposite of. */
export function textPredicate(field: TextField, test: ConditionTest<"text">, alias: string): Predicate {
  switch (test.operator) {
    case "is":
    case "is_not":
      return field.exact
        ? sql`${field.column(alias)} = ${field.exact(test.value)}`
        : sql`${field.folded(alias)} = ${foldText(test.value)}`;
    case "any_of":
    case "none_of":
      return field.exact
        ? sql`${field.column(alias)} = any(${test.value.map(field.exact)}::text[])`
        : sql`${field.folded(alias)} = any(${test.value.map(foldText)}::text[])`;
    case "contains":
    case "not_contains":
      return sql`${field.folded(alias)} like ${`%${likeLiteral(test.value)}%`}`;
    case "starts_with":
      return sql`${field.folded(alias)} like ${`${likeLiteral(test.value)}%`}`;
    case "ends_with":
      return sql`${field.folded(alias)} like ${`%${likeLiteral(test.value)}`}`;
    case "empty":
      return sql`coalesce(${field.column(alias)}, '') = ''`;
    case "not_empty":
      return sql`${field.column(alias)} <> ''`;
  }
}
