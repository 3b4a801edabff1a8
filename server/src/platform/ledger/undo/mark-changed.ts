import type { PoolClient } from "pg";
import { createdTable } from "./gather-effects.ts";
import { quoted } from "./read-catalogue.ts";
import type { LedgerTable } from "./read-catalogue.ts";

/**
 * The first conflicts: a column whose value now is not the one the scope left; a row that the scope made and somebody
 * else changed since; a deleted row whose key is in use again. Values are compared, not histories: what was changed and
 * changed back is no conflict.
 */
export async function markChanged(client: PoolClient, created: readonly LedgerTable[], since: Date): Promise<void> {
  await client.query(`
    update undo_update set conflict = case when not present then 'gone' else 'changed' end
    where not present or now is distinct from after`);
  for (const table of created) {
    if (table.kind === "business") await keepChangedRows(client, table, since);
  }
  await markTakenKeys(client);
}

/**
 * What the scope left in a column of a row that it made: the last that one of its operations came to, or, when it only
 * inserted, the earliest before-image that anybody else took of it. A row that the scope put back begins with that.
 */
async function keepChangedRows(client: PoolClient, table: LedgerTable, since: Date): Promise<void> {
  await client.query(
    `insert into undo_keep (table_name, row_id, reason)
     select distinct $1, others.row_id, 'changed'
     from (
       select c.row_id, image.key, (array_agg(image.value order by c.seq))[1] as first_seen
       from change as c
       join ${createdTable(table.name)} as k on k.id = c.row_id
       cross join lateral jsonb_each_text(c.before) as image (key, value)
       left join undo_restored as r on r.table_name = c.table_name and r.row_id = c.row_id
       where c.seq > coalesce(r.seq, 0) and c.table_name = $1 and c.at >= $2 and c.act in ('u', 'd')
         and c.operation_id not in (select id from undo_scope)
       group by c.row_id, image.key
     ) as others
     left join lateral (
       select true as found, (array_agg(c.after ->> others.key order by c.seq desc))[1] as value
       from change as c
       where c.row_id = others.row_id and c.table_name = $1 and c.act = 'u' and c.at >= $2
         and c.after ? others.key and c.operation_id in (select id from undo_scope)
       group by c.operation_id
       having (array_agg(c.before ->> others.key order by c.seq))[1]
         is distinct from (array_agg(c.after ->> others.key order by c.seq desc))[1]
       order by max(c.seq) desc
       limit 1
     ) as own on true
     join ${quoted(table.name)} as t on t.id = others.row_id
     where others.key = any ($3)
       and (ledger.${quoted(`image_of_${table.name}`)}(t) ->> others.key)
           is distinct from case when own.found then own.value else others.first_seen end
     on conflict do nothing`,
    [table.name, since, table.columns.map((column) => column.name)],
  );
}

async function markTakenKeys(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ table_name: string }>("select distinct table_name from undo_delete");
  for (const { table_name } of rows) {
    await client.query(
      `update undo_delete as d set conflict = 'present'
       from ${quoted(table_name)} as t
       where d.table_name = $1 and t.id = d.row_id`,
      [table_name],
    );
  }
}
