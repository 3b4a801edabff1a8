import { sql } from "kysely";
import type { ClientBase } from "pg";
import type { ReadContext } from "../ledger/context.ts";

/** A table whose rows belong to a contact or account and have a home (R-ID-7). */
export interface HomedTable {
  /** Its name, as the statements of its capability write it. */
  readonly table: string;
  /** The column of whom a row belongs to now, and the one of its home. */
  readonly columns: { readonly now: string; readonly home: string };
  /** Which rows a person would count; all when not said. */
  readonly counted?: string;
  /** What one owner may have only once: rows that are equal in these columns, of those that meet the condition. */
  readonly once?: { readonly columns: readonly string[]; readonly among?: string };
}

/**
 * Gives the rows with these homes to the one they belong to now. Of rows that would say the same twice one goes, that of the
 * owner itself or else the oldest, and the others wait at their homes: where each stands follows from the homes alone,
 * whatever merges and unmerges led there.
 */
export async function settleHomed(
  client: ClientBase,
  { table, columns: { now, home }, once }: HomedTable,
  homes: readonly string[],
  ownerId: string,
): Promise<void> {
  if (once === undefined) {
    await client.query(`update ${table} set ${now} = $2 where ${home} = any($1::uuid[]) and ${now} <> $2::uuid`, [
      homes,
      ownerId,
    ]);
    return;
  }
  const keys = once.columns.join(", ");
  const placed = `
    select id, case when ${once.among ?? "true"} then
        row_number() over (partition by ${keys}, ${once.among ?? "true"} order by (${home} = $2::uuid) desc, id)
      else 1 end as place
    from ${table}
    where ${home} = any($1::uuid[])`;
  await client.query(
    `update ${table} as t set ${now} = t.${home} from (${placed}) as p where p.id = t.id and p.place > 1 and t.${now} <> t.${home}`,
    [homes, ownerId],
  );
  await client.query(
    `update ${table} as t set ${now} = $2::uuid from (${placed}) as p where p.id = t.id and p.place = 1 and t.${now} <> $2::uuid`,
    [homes, ownerId],
  );
}

/** How many rows have one of these homes. */
export async function countHomed(
  { tx }: Pick<ReadContext, "tx">,
  { table, columns: { home }, counted = "true" }: HomedTable,
  homes: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${sql.ref(table)} where ${sql.ref(home)} = any(${[...homes]}::uuid[]) and ${sql.raw(counted)}`.execute(
    tx,
  );
  return rows[0]?.n ?? 0;
}
