import { sql } from "kysely";
import type { Kysely, RawBuilder } from "kysely";
import type { Tables } from "../database/tables.generated.ts";
import type { ListDefinition, ListJoin } from "./list-definition.ts";

/** A table with all of its joins. */
export const withJoins = (table: RawBuilder<unknown>, joins: readonly ListJoin[]): RawBuilder<unknown> =>
  sql`${table} ${sql.join(
    joins.map(({ join }) => join),
    sql` `,
  )}`;

/**
 * Where the rows of a list come from for a statement of these parts: with those joins that a part speaks of. PostgreSQL 17
 * leaves out outer joins that nothing asks for, but goes on fetching their columns, which keeps it from answering out of an
 * index alone: 406 leads that wait for somebody, 2.4 instead of 3.2 ms with nothing of them in the processor's cache.
 */
export function askedJoins(
  { from, parts }: Pick<ListDefinition<{ id: string }>, "from" | "parts">,
  asking: readonly RawBuilder<unknown>[],
  tx: Kysely<Tables>,
): RawBuilder<unknown> {
  if (!parts) return from;
  const text = sql.join(asking).compile(tx).sql;
  // A subquery with a name of its own that is the same asks for a join too many, which costs time and changes nothing.
  return withJoins(
    parts.table,
    parts.joins.filter(({ alias }) => new RegExp(String.raw`(?<![\w.])"?${alias}"?\.`).test(text)),
  );
}
