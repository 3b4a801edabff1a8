import { sql } from "kysely";
import type { ReadContext } from "./context.ts";

/** How many rows a table has, and how many of them came after an operation. */
export interface TableContents {
  readonly rows: number;
  readonly since: number;
}

/**
 * Counts the rows of business tables, and those that operations made which began after one.
 * @param after id of an operation; ids follow the order in which operations began.
 */
export async function countContents<Table extends string>(
  { tx }: Pick<ReadContext, "tx">,
  tables: readonly Table[],
  after: string,
): Promise<Record<Table, TableContents>> {
  const counts = tables.map(
    (table) => sql`
      select ${table}::text as "table", count(*) as rows, count(*) filter (where operation_id > ${after}::uuid) as since
      from ${sql.table(table)}`,
  );
  const { rows } = await sql<TableContents & { table: Table }>`${sql.join(counts, sql` union all `)}`.execute(tx);
  return Object.fromEntries(rows.map(({ table, ...contents }) => [table, contents])) as Record<Table, TableContents>;
}
