import type { Pool } from "pg";

/** A column that names the home of its rows, and the one beside it that names whose they are now. */
interface HomeColumn {
  readonly table: string;
  readonly home: string;
  readonly now: string;
  readonly of: string;
  readonly hasKey: boolean;
}

/** Every column of a home in the database. */
export async function homeColumns(pool: Pool): Promise<HomeColumn[]> {
  const { rows } = await pool.query<HomeColumn>(`
    select c.relname::text as "table", a.attname::text as home, substr(a.attname, 6) as now, substring(a.attname from 'home_(.*)_id') as "of",
      exists (select from pg_constraint as k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey)) as "hasKey"
    from pg_class as c
    join pg_attribute as a on a.attrelid = c.oid and not a.attisdropped and a.attname ~ '^home_.*_id$'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    order by 1, 2`);
  return rows;
}

/**
 * Rows whose home does not lead to whose they are now by merges that stand. A home that does is kept by those merges, which
 * refer to both sides, so homes have no keys of their own.
 */
export async function strayHomes(pool: Pool): Promise<{ table: string; id: string }[]> {
  const stray = [];
  for (const { table, home, now, of } of await homeColumns(pool)) {
    const { rows } = await pool.query<{ table: string; id: string }>(
      `select '${table}' as "table", t.id
       from ${table} as t
       where t.${home} is distinct from t.${now} and not exists (
         with recursive above as (
           select e.survivor_id as id from ${of}_merge as e
           where e.merged_id = t.${home} and not exists (select from ${of}_merge_end where merge_id = e.id)
           union
           select e.survivor_id from above join ${of}_merge as e on e.merged_id = above.id
           where not exists (select from ${of}_merge_end where merge_id = e.id)
         ) select from above where above.id = t.${now})`,
    );
    stray.push(...rows);
  }
  return stray;
}
