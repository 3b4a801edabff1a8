import type { ClientBase } from "pg";
import { escapeIdentifier } from "pg";

/**
 * Removes all our schemas and everything of ours in `public`, as the owner of it all. The schema `public` itself stays,
 * because it often belongs to an administrator, and so do extensions.
 */
export async function dropEverything(client: ClientBase): Promise<void> {
  const { rows: schemas } = await client.query<{ name: string }>(
    `select nspname as name
     from pg_namespace
     where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')`,
  );
  for (const { name } of schemas) await client.query(`drop schema if exists ${escapeIdentifier(name)} cascade`);
  const { rows: drops } = await client.query<{ statement: string }>(OBJECTS_OF_PUBLIC);
  for (const { statement } of drops) await client.query(statement);
}

const NO_EXTENSION = (catalogue: string, row: string): string =>
  `not exists (select from pg_depend as d
     where d.classid = '${catalogue}'::regclass and d.objid = ${row}.oid and d.deptype = 'e')`;

const OBJECTS_OF_PUBLIC = `
  select statement
  from (
    select 1 as step,
           format('drop %s if exists %s cascade',
             case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end,
             c.oid::regclass) as statement
    from pg_class as c
    where c.relnamespace = 'public'::regnamespace
      and c.relkind in ('r', 'p', 'v', 'm', 'S')
      and not c.relispartition
      and not (c.relkind = 'S' and exists (
        select from pg_depend as d
        where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i')))
      and ${NO_EXTENSION("pg_class", "c")}
    union all
    select 2, format('drop routine if exists %s cascade', p.oid::regprocedure)
    from pg_proc as p
    where p.pronamespace = 'public'::regnamespace and ${NO_EXTENSION("pg_proc", "p")}
    union all
    select 3, format('drop type if exists %s cascade', t.oid::regtype)
    from pg_type as t
    where t.typnamespace = 'public'::regnamespace
      and t.typtype in ('e', 'd')
      and ${NO_EXTENSION("pg_type", "t")}
  ) as everything
  order by step`;
