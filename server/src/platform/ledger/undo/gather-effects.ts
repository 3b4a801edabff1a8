import type { PoolClient } from "pg";
import { quoted } from "./read-catalogue.ts";
import type { Catalogue, LedgerTable } from "./read-catalogue.ts";

/** Temporary table of the rows of a table that the scope created and that still exist. */
export const createdTable = (table: string): string => quoted(`undo_created_${table}`);

/**
 * Gathers what the scope did, into temporary tables:
 * `undo_created_<table>` rows it made that are still there · `undo_update` columns it changed in older rows, with the value
 * before, after and now · `undo_delete` older rows it deleted, with their image from before.
 * @returns the tables that have created rows.
 */
export async function gatherEffects(client: PoolClient, catalogue: Catalogue, since: Date): Promise<LedgerTable[]> {
  await client.query(`
    create temporary table undo_restored (table_name text collate "C", row_id uuid, seq bigint, primary key (table_name, row_id)) on commit drop;
    create temporary table undo_update (
      table_name text collate "C", row_id uuid, column_name text collate "C",
      before text, after text, now text,
      present boolean not null default false, conflict text,
      primary key (table_name, row_id, column_name)) on commit drop;
    create temporary table undo_delete (
      table_name text collate "C", row_id uuid, image jsonb not null, conflict text,
      primary key (table_name, row_id)) on commit drop;
    create temporary table undo_keep (
      table_name text collate "C", row_id uuid, reason text not null, because_table text, because_row uuid,
      primary key (table_name, row_id)) on commit drop;`);
  await client.query(
    `insert into undo_restored
     select table_name, row_id, max(seq) from change
     where act = 'r' and at >= $1 and operation_id in (select id from undo_scope)
     group by table_name, row_id`,
    [since],
  );
  const created = await gatherCreated(client, catalogue);
  await gatherDeleted(client, since);
  await gatherUpdated(client, since);
  await applyShapeChanges(client, catalogue);
  await dropCreatedFromUpdates(client, created);
  await readPresentValues(client, catalogue);
  await dropGoneForGood(client);
  await client.query("analyze undo_update; analyze undo_delete");
  return created;
}

async function gatherCreated(client: PoolClient, catalogue: Catalogue): Promise<LedgerTable[]> {
  const created: LedgerTable[] = [];
  const restored = await client.query<{ table_name: string }>("select distinct table_name from undo_restored");
  const withRestored = new Set(restored.rows.map((row) => row.table_name));
  for (const table of catalogue.values()) {
    if (table.stays) continue;
    const name = createdTable(table.name);
    const putBackBefore = withRestored.has(table.name)
      ? `union select t.id from ${quoted(table.name)} as t join undo_restored as r on r.table_name = '${table.name}' and r.row_id = t.id`
      : "";
    const { rowCount } = await client.query(`
      create temporary table ${name} on commit drop as
      select id from ${quoted(table.name)}
      where operation_id = any (array(select id from undo_scope)) ${staying(table)} ${putBackBefore}`);
    if (!rowCount) {
      await client.query(`drop table ${name}`);
      continue;
    }
    await client.query(`alter table ${name} add primary key (id); analyze ${name}`);
    created.push(table);
  }
  return created;
}

/** A withdrawal outlives the act that wrote it, and what it refers to stays with it. */
function staying({ staysWith }: LedgerTable): string {
  return staysWith === undefined ? "" : `and ${quoted(staysWith.column)} is distinct from '${staysWith.value}'`;
}

/** A row is restored to the earliest image of the scope: it may have been changed before it was deleted. */
async function gatherDeleted(client: PoolClient, since: Date): Promise<void> {
  await client.query(
    `insert into undo_delete (table_name, row_id, image)
     select d.table_name, d.row_id, d.before || coalesce(earlier.before, '{}')
     from (
       select distinct on (table_name, row_id) table_name, row_id, seq, before
       from change
       where act = 'd' and at >= $1 and operation_id in (select id from undo_scope)
       order by table_name, row_id, seq
     ) as d
     left join lateral (
       select jsonb_object_agg(key, value) as before
       from (
         select distinct on (key) key, value
         from (
           select key, min(c.seq) as seq, (array_agg(value order by c.seq))[1] as value
           from change as c
           cross join lateral jsonb_each(c.before)
           where c.act = 'u' and c.at >= $1 and c.row_id = d.row_id and c.table_name = d.table_name and c.seq < d.seq
             and c.operation_id in (select id from undo_scope)
           group by c.operation_id, key
           having (array_agg(value order by c.seq))[1] is distinct from (array_agg(c.after -> key order by c.seq desc))[1]
         ) as by_operation
         order by key, seq
       ) as earliest
     ) as earlier on true
     where (d.before ->> 'operation_id')::uuid not in (select id from undo_scope)
       and (d.table_name, d.row_id) not in (select table_name, row_id from undo_restored)`,
    [since],
  );
}

/**
 * Per row and column the earliest value before and the latest after. A row may change twice in one operation: what counts
 * is what the operation came to, for a value that it took and gave back belongs to whoever wrote it.
 */
async function gatherUpdated(client: PoolClient, since: Date): Promise<void> {
  await client.query(
    `insert into undo_update (table_name, row_id, column_name, before, after)
     select table_name, row_id, key, before, after
     from (
       select table_name, row_id, key,
         (array_agg(before order by seq))[1] as before,
         (array_agg(after order by seq desc))[1] as after
       from (
         select c.table_name, c.row_id, key, min(c.seq) as seq,
           (array_agg(c.before ->> key order by c.seq))[1] as before,
           (array_agg(c.after ->> key order by c.seq desc))[1] as after
         from change as c
         cross join lateral jsonb_object_keys(c.before) as key
         where c.act = 'u' and c.at >= $1 and c.operation_id in (select id from undo_scope)
           and not exists (select from undo_delete as d where d.table_name = c.table_name and d.row_id = c.row_id)
         group by c.operation_id, c.table_name, c.row_id, key
       ) as by_operation
       where before is distinct from after
       group by table_name, row_id, key
     ) as changed
     where before is distinct from after`,
    [since],
  );
}

/** Renamed columns take their present name; dropped ones are ignored (names are never used twice). */
async function applyShapeChanges(client: PoolClient, catalogue: Catalogue): Promise<void> {
  for (const table of catalogue.values()) {
    for (const [oldName, newName] of table.renames) {
      await client.query("update undo_update set column_name = $3 where table_name = $1 and column_name = $2", [
        table.name,
        oldName,
        newName,
      ]);
      await client.query(
        `update undo_delete set image = image - $2::text || jsonb_build_object($3::text, image -> $2)
         where table_name = $1 and image ? $2`,
        [table.name, oldName, newName],
      );
    }
    await client.query("delete from undo_update where table_name = $1 and column_name <> all ($2)", [
      table.name,
      table.columns.map((column) => column.name),
    ]);
  }
  const known = [...catalogue.keys()];
  await client.query("delete from undo_update where table_name <> all ($1)", [known]);
  await client.query("delete from undo_delete where table_name <> all ($1)", [known]);
}

async function dropCreatedFromUpdates(client: PoolClient, created: readonly LedgerTable[]): Promise<void> {
  for (const { name } of created) {
    await client.query(
      `delete from undo_update where table_name = $1 and row_id in (select id from ${createdTable(name)})`,
      [name],
    );
  }
  // Made by the scope and gone by now, whoever removed them: there is nothing to go back to.
  await client.query(`
    delete from undo_update as u
    using change as c
    where c.row_id = u.row_id and c.table_name = u.table_name and c.act = 'd'
      and not exists (select from undo_delete as d where d.table_name = u.table_name and d.row_id = u.row_id)
      and (c.operation_id in (select id from undo_scope) or (c.before ->> 'operation_id')::uuid in (select id from undo_scope))`);
  await client.query(
    "delete from undo_update where (table_name, row_id) in (select table_name, row_id from undo_restored)",
  );
}

async function readPresentValues(client: PoolClient, catalogue: Catalogue): Promise<void> {
  const { rows } = await client.query<{ table_name: string }>("select distinct table_name from undo_update");
  for (const { table_name } of rows) {
    if (!catalogue.has(table_name)) continue;
    await client.query(
      `update undo_update as u
       set present = true, now = i.image ->> u.column_name
       from (
         select t.id, ledger.${quoted(`image_of_${table_name}`)}(t) as image
         from ${quoted(table_name)} as t
         where t.id in (select row_id from undo_update where table_name = $1)
       ) as i
       where u.table_name = $1 and u.row_id = i.id`,
      [table_name],
    );
  }
}

/**
 * The undo of an import removes its rows without images, so nothing can put them back and nobody can tell any more which
 * operation had made them: a value in such a row neither goes back nor stays.
 */
async function dropGoneForGood(client: PoolClient): Promise<void> {
  await client.query(`
    delete from undo_update as u
    where not u.present
      and (
        select c.act = 'd'
        from change as c
        where c.row_id = u.row_id and c.table_name = u.table_name and c.act in ('d', 'r')
        order by c.seq desc
        limit 1
      ) is not true`);
}
