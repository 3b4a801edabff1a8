import { sql } from "kysely";
import type { ClientBase } from "pg";
import type { ReadContext } from "../ledger/context.ts";
import type { MergeTree } from "./merge-tree.ts";

/** The columns of whom a row belongs to now, and of its home. */
export interface HomeColumns {
  readonly now: string;
  readonly home: string;
}

interface OnceWith {
  readonly tree: MergeTree;
  readonly columns: HomeColumns;
  /** In what else such rows are equal. */
  readonly by: readonly string[];
  readonly among: string;
}

/** A table whose rows belong to a contact or account and have a home (R-ID-7). */
export interface HomedTable {
  /** Its name, as the statements of its capability write it. */
  readonly table: string;
  readonly columns: HomeColumns;
  /** Which rows a person would count; all when not said. */
  readonly counted?: string;
  /** What one owner may have only once: rows that are equal in these columns, of those that meet the condition. */
  readonly once?: { readonly columns: readonly string[]; readonly among?: string };
  /** What one owner may have only once with an owner of another tree, which the row follows as well: a person in a company. */
  readonly onceWith?: OnceWith;
}

/**
 * Gives the rows with these homes to the one they belong to now. Of rows that would say the same twice one goes, that of the
 * owner itself or else the oldest, and the others wait at their homes: where each stands follows from the homes alone,
 * whatever merges and unmerges led there.
 */
export async function settleHomed(
  client: ClientBase,
  table: HomedTable,
  homes: readonly string[],
  ownerId: string,
): Promise<void> {
  if (table.onceWith !== undefined) await settleOnceWith(client, table, table.onceWith, homes, ownerId);
  else if (table.once !== undefined) await settleOnce(client, table, table.once, homes, ownerId);
  else {
    const { now } = table.columns;
    await client.query(`update ${table.table} set ${now} = $2 where ${homedIn(table)} and ${now} <> $2::uuid`, [
      homes,
      ownerId,
    ]);
  }
}

/** Rows with a home in `$1`, found by whom they belong to or by the few that are away from home. */
function homedIn({ columns: { now, home } }: HomedTable): string {
  return `((${now} = any($1::uuid[]) and ${home} = ${now}) or (${home} = any($1::uuid[]) and ${home} <> ${now}))`;
}

async function settleOnce(
  client: ClientBase,
  { table, columns: { now, home } }: HomedTable,
  { columns, among = "true" }: NonNullable<HomedTable["once"]>,
  homes: readonly string[],
  ownerId: string,
): Promise<void> {
  const placed = `
    select id, case when ${among} then
        row_number() over (partition by ${columns.join(", ")}, ${among} order by (${home} = $2::uuid) desc, id)
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

/** The same for rows of two owners: one row waits at both its homes, whichever of the owners were merged first. */
async function settleOnceWith(
  client: ClientBase,
  { table, columns: { now, home } }: HomedTable,
  { tree, columns: other, by, among }: OnceWith,
  homes: readonly string[],
  ownerId: string,
): Promise<void> {
  const placed = `
    with recursive above (home, id, up) as (
      select id, id, merged_into_id
      from ${tree}
      where id in (select ${other.home} from ${table} where ${home} = any($1::uuid[]))
      union all
      select above.home, o.id, o.merged_into_id from ${tree} as o join above on o.id = above.up
    )
    select t.id, above.id as root, case when ${among} then
        row_number() over (partition by above.id, ${by.map((column) => `t.${column}, `).join("")}${among} order by (t.${home} = $2::uuid and t.${other.home} = above.id) desc, t.id)
      else 1 end as place
    from ${table} as t
    join above on above.home = t.${other.home} and above.up is null
    where t.${home} = any($1::uuid[])`;
  await client.query(
    `update ${table} as t set ${now} = t.${home}, ${other.now} = t.${other.home} from (${placed}) as p
     where p.id = t.id and p.place > 1 and (t.${now} <> t.${home} or t.${other.now} <> t.${other.home})`,
    [homes, ownerId],
  );
  await client.query(
    `update ${table} as t set ${now} = $2::uuid, ${other.now} = p.root from (${placed}) as p
     where p.id = t.id and p.place = 1 and (t.${now} <> $2::uuid or t.${other.now} <> p.root)`,
    [homes, ownerId],
  );
}

/** How many rows have one of these homes. */
export async function countHomed(
  { tx }: Pick<ReadContext, "tx">,
  { table, columns: { now, home }, counted = "true" }: HomedTable,
  homes: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n
    from ${sql.ref(table)}
    where ((${sql.ref(now)} = any(${[...homes]}::uuid[]) and ${sql.ref(home)} = ${sql.ref(now)})
        or (${sql.ref(home)} = any(${[...homes]}::uuid[]) and ${sql.ref(home)} <> ${sql.ref(now)}))
      and ${sql.raw(counted)}`.execute(tx);
  return rows[0]?.n ?? 0;
}
