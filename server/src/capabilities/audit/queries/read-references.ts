import { sql } from "kysely";
import type { ReadContext } from "../../../platform/ledger/context.ts";

/** Column → table that it refers to, by table. */
export type References = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Which columns of tables refer to which tables, from PostgreSQL's catalogue. */
export async function readReferences({ tx }: ReadContext, tables: readonly string[]): Promise<References> {
  const { rows } = await sql<{ table: string; column: string; target: string }>`
    select c.relname as "table", a.attname as "column", t.relname as target
    from pg_constraint as k
    join pg_class as c on c.oid = k.conrelid
    join pg_attribute as a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    join pg_class as t on t.oid = k.confrelid
    where k.contype = 'f'
      and cardinality(k.conkey) = 1
      and c.relnamespace = 'public'::regnamespace
      and c.relname = any(${[...tables]}::text[])`.execute(tx);
  const references = new Map<string, Map<string, string>>();
  for (const { table, column, target } of rows) {
    references.set(table, (references.get(table) ?? new Map<string, string>()).set(column, target));
  }
  return references;
}
