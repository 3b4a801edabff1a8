import type { PoolClient } from "pg";
import type { Catalogue, LedgerTable } from "./read-catalogue.ts";

/**
 * Keeps what says one thing together: a lead that somebody else owns by now keeps its stage and cycle as well, for half of
 * the old state beside half of the new would be a state that never was. To be called before rules are tried, so that none
 * is tried on such a half.
 */
export async function holdTogether(client: PoolClient, catalogue: Catalogue): Promise<void> {
  for (const table of catalogue.values()) {
    for (let more = table.together.length; more > 0;) more = await holdOnce(client, table);
  }
}

async function holdOnce(client: PoolClient, table: LedgerTable): Promise<number> {
  let added = 0;
  for (const columns of table.together) {
    const { rowCount } = await client.query(
      `update undo_update as u set conflict = 'together'
       where u.table_name = $1 and u.conflict is null and u.column_name = any ($2)
         and exists (
           select from undo_update as o
           where o.table_name = $1 and o.row_id = u.row_id and o.conflict is not null and o.column_name = any ($2))`,
      [table.name, columns],
    );
    added += rowCount ?? 0;
  }
  return added;
}
