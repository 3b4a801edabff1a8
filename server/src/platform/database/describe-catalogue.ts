import type { Pool } from "pg";

/**
 * Everything that makes a schema, as one line of text each, whatever order it was made in. (The embedded PostgreSQL has no
 * pg_dump; attribute order is ignored because a column that a migration adds comes last.)
 */
const CATALOGUE_LINES = `
  with ours as (
    select oid, nspname from pg_namespace
    where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'graphile_worker')
  ), relations as (
    select c.*, n.nspname from pg_class as c join ours as n on n.oid = c.relnamespace
    where not c.relispartition
  )
  select format('column %s.%s.%s %s%s%s%s%s', r.nspname, r.relname, a.attname, format_type(a.atttypid, a.atttypmod),
           case when a.attnotnull then ' not null' else '' end,
           coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''),
           case when a.attgenerated::text <> '' then ' generated' else '' end || case when a.attidentity::text <> '' then ' identity' else '' end,
           ' collate ' || coalesce((select collname from pg_collation where oid = a.attcollation), '-') || ' storage ' || a.attstorage::text)
  from relations as r
  join pg_attribute as a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef as d on d.adrelid = r.oid and d.adnum = a.attnum
  where r.relkind in ('r', 'p', 'v', 'm')
  union all
  select format('relation %s.%s kind %s persistence %s options %s partitioned by %s', r.nspname, r.relname, r.relkind, r.relpersistence,
           coalesce(array_to_string(r.reloptions, ','), '-'), coalesce(pg_get_partkeydef(r.oid), '-'))
  from relations as r where r.relkind in ('r', 'p', 'v', 'm', 'S')
  union all
  select format('constraint %s.%s.%s %s', r.nspname, r.relname, k.conname, pg_get_constraintdef(k.oid))
  from pg_constraint as k join relations as r on r.oid = k.conrelid
  union all
  select 'index ' || pg_get_indexdef(i.indexrelid)
  from pg_index as i join relations as r on r.oid = i.indrelid
  union all
  select format('trigger %s.%s %s', r.nspname, r.relname, pg_get_triggerdef(t.oid))
  from pg_trigger as t join relations as r on r.oid = t.tgrelid where not t.tgisinternal
  union all
  select 'function ' || n.nspname || ' ' || pg_get_functiondef(p.oid)
  from pg_proc as p join ours as n on n.oid = p.pronamespace
  where p.prokind in ('f', 'p')
    and not exists (select from pg_depend as d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  union all
  select format('view %s.%s as %s', r.nspname, r.relname, pg_get_viewdef(r.oid))
  from relations as r where r.relkind in ('v', 'm')
  union all
  select format('comment on %s.%s%s: %s', r.nspname, r.relname, coalesce('.' || a.attname, ''), d.description)
  from pg_description as d
  join relations as r on d.classoid = 'pg_class'::regclass and r.oid = d.objoid
  left join pg_attribute as a on a.attrelid = r.oid and a.attnum = d.objsubid and d.objsubid > 0
  union all
  select 'schema ' || nspname from ours
  union all
  select format('type %s.%s %s', n.nspname, t.typname, (select string_agg(e.enumlabel, ',' order by e.enumsortorder) from pg_enum as e where e.enumtypid = t.oid))
  from pg_type as t join ours as n on n.oid = t.typnamespace where t.typtype in ('e', 'd')
  union all
  select 'extension ' || extname from pg_extension where extname <> 'plpgsql'
  order by 1`;

/** Describes the schema of a database, sorted; two databases are the same when their lines are. */
export async function describeCatalogue(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ format: string }>(CATALOGUE_LINES);
  return rows.map((row) => Object.values(row)[0] ?? "");
}

/** The lines that only one of two catalogues has. */
export function compareCatalogues(
  left: readonly string[],
  right: readonly string[],
): { onlyLeft: string[]; onlyRight: string[] } {
  const inLeft = new Set(left);
  const inRight = new Set(right);
  return { onlyLeft: left.filter((line) => !inRight.has(line)), onlyRight: right.filter((line) => !inLeft.has(line)) };
}
