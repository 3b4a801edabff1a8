import type { ClientBase } from "pg";
import type { BackupHeader, SequenceState, TableStart } from "./backup-frames.ts";

// Everything outside PostgreSQL's own schemas is ours: one database serves one Tongzhou. What belongs to an extension
// comes with it, and which migrations the job queue's library has made is the library's own knowledge.
const OURS = `c.relnamespace::regnamespace::text !~ '^pg_'
  and c.relnamespace <> 'information_schema'::regnamespace
  and c.relpersistence <> 't'
  and c.oid is distinct from to_regclass('graphile_worker.migrations')
  and not exists (select from pg_depend as d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

/** The tables that hold rows, partitions one by one, with the columns that are stored (generated ones are computed again). */
export async function listTables(client: ClientBase): Promise<TableStart[]> {
  const { rows } = await client.query<TableStart>(
    `select n.nspname as schema,
            c.relname as name,
            array(
              select a.attname::text
              from pg_attribute as a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
              order by a.attnum
            ) as columns
     from pg_class as c
     join pg_namespace as n on n.oid = c.relnamespace
     where c.relkind = 'r' and ${OURS}
     order by n.nspname collate "C", c.relname collate "C"`,
  );
  return rows;
}

/** The partitions and what belongs in each. */
export async function listPartitions(client: ClientBase): Promise<BackupHeader["partitions"]> {
  const { rows } = await client.query<BackupHeader["partitions"][number]>(
    `select n.nspname as schema,
            c.relname as name,
            json_build_object('schema', pn.nspname, 'name', p.relname) as parent,
            pg_get_expr(c.relpartbound, c.oid) as bound
     from pg_class as c
     join pg_namespace as n on n.oid = c.relnamespace
     join pg_inherits as i on i.inhrelid = c.oid
     join pg_class as p on p.oid = i.inhparent
     join pg_namespace as pn on pn.oid = p.relnamespace
     where c.relispartition and c.relkind = 'r' and ${OURS}
     order by n.nspname collate "C", c.relname collate "C"`,
  );
  return rows;
}

/** How far each sequence has counted. */
export async function listSequences(client: ClientBase): Promise<SequenceState[]> {
  const { rows: names } = await client.query<{ schema: string; name: string; place: string }>(
    `select n.nspname as schema, c.relname as name, c.oid::regclass::text as place
     from pg_class as c
     join pg_namespace as n on n.oid = c.relnamespace
     where c.relkind = 'S' and ${OURS}
     order by n.nspname collate "C", c.relname collate "C"`,
  );
  const states: SequenceState[] = [];
  for (const { schema, name, place } of names) {
    const { rows } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${place}`,
    );
    const [state] = rows;
    if (state !== undefined) states.push({ schema, name, value: state.value, isCalled: state.called });
  }
  return states;
}
