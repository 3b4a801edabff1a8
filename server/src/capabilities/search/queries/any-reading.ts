import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import type { SearchCondition, SearchQuery, SearchTerm } from "../domain/search-query.ts";

/** Whether an entry of `search_entry` answers to any reading of a query. @param withNumbers numbers are searched too. */
export function anyReading(query: SearchQuery, withNumbers: boolean): RawBuilder<SqlBool> {
  const readings = query.readings.map((terms) => allTerms(terms, withNumbers));
  return sql<SqlBool>`(${sql.join(readings, sql` or `)})`;
}

function allTerms(terms: readonly SearchTerm[], withNumbers: boolean): RawBuilder<SqlBool> {
  const parts = terms.map((term) => {
    const usable = term.filter((condition) => withNumbers || condition.in === "name");
    return usable.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(usable.map(conditionSql), sql` or `)})`;
  });
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`;
}

function conditionSql({ in: where, keys, like }: SearchCondition): RawBuilder<SqlBool> {
  return where === "name"
    ? sql<SqlBool>`(keys @> ${keys}::int4[] and haystack like ${like})`
    : sql<SqlBool>`(phone_keys <> '{}' and phone_keys @> ${keys}::int4[] and phone_haystack like ${like})`;
}
