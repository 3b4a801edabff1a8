import type { PoolClient } from "pg";
import { createdTable } from "./gather-effects.ts";
import type { Catalogue, LedgerTable } from "./read-catalogue.ts";

/** Deleted rows of one table that shall come back, while the rest of the operation stays as it is. */
export interface DeletedRows {
  readonly table: string;
  readonly rowIds: readonly string[];
}

/**
 * Narrows what was gathered to some deleted rows, their parts, and the deleted rows that these refer to. What the
 * operation made or changed besides is left alone.
 */
export async function narrowToDeleted(
  client: PoolClient,
  catalogue: Catalogue,
  created: readonly LedgerTable[],
  { table, rowIds }: DeletedRows,
): Promise<void> {
  for (const { name } of created) await client.query(`drop table ${createdTable(name)}`);
  await client.query(`
    delete from undo_update;
    create temporary table undo_wanted (
      table_name text collate "C", row_id uuid, primary key (table_name, row_id)) on commit drop`);
  await client.query(
    `insert into undo_wanted
     select table_name, row_id from undo_delete where table_name = $1 and row_id = any ($2)`,
    [table, rowIds],
  );
  for (let more = 1; more > 0;) {
    more = 0;
    for (const one of catalogue.values()) more += await wantRelated(client, one);
  }
  await client.query(
    "delete from undo_delete where (table_name, row_id) not in (select table_name, row_id from undo_wanted)",
  );
}

/** Adds the parts of wanted rows, and what wanted rows refer to. @returns how many were added. */
async function wantRelated(client: PoolClient, { name, parts, foreignKeys }: LedgerTable): Promise<number> {
  let added = 0;
  for (const { column, target } of parts) {
    const { rowCount } = await client.query(
      `insert into undo_wanted
       select d.table_name, d.row_id
       from undo_delete as d
       join undo_wanted as w on w.table_name = $2 and w.row_id = (d.image ->> $3)::uuid
       where d.table_name = $1
       on conflict do nothing`,
      [name, target, column],
    );
    added += rowCount ?? 0;
  }
  for (const { column, target } of foreignKeys) {
    const { rowCount } = await client.query(
      `insert into undo_wanted
       select distinct needed.table_name, needed.row_id
       from undo_wanted as w
       join undo_delete as d on d.table_name = w.table_name and d.row_id = w.row_id
       join undo_delete as needed on needed.table_name = $2 and needed.row_id = (d.image ->> $3)::uuid
       where w.table_name = $1
       on conflict do nothing`,
      [name, target, column],
    );
    added += rowCount ?? 0;
  }
  return added;
}
