import type { PoolClient } from "pg";
import { finalTable } from "./build-finals.ts";
import { createdTable } from "./gather-effects.ts";
import { quoted } from "./read-catalogue.ts";
import type { Catalogue, LedgerTable } from "./read-catalogue.ts";

/**
 * Keeps rows that the scope made and that something which stays needs: rows that a staying row refers to, and the parts of
 * a staying row (a lead that stays keeps its contact, identifiers, account, touches and its own history), and no further.
 * @returns how many rows were added to `undo_keep`.
 */
export async function spreadKeeps(
  client: PoolClient,
  catalogue: Catalogue,
  created: readonly LedgerTable[],
  restoring: ReadonlySet<string>,
): Promise<number> {
  const createdNames = new Set(created.map((table) => table.name));
  let added = 0;
  for (const table of catalogue.values()) {
    for (const { column, target } of table.foreignKeys) {
      if (!createdNames.has(target)) continue;
      added += await keepReferred(
        client,
        table.name,
        column,
        target,
        createdNames.has(table.name),
        restoring.has(table.name),
      );
    }
  }
  for (const table of created) {
    for (const part of table.parts) added += await keepParts(client, table.name, part);
  }
  return added;
}

/** Rows of `target` that a row of `table` still refers to when the undo is done. */
async function keepReferred(
  client: PoolClient,
  table: string,
  column: string,
  target: string,
  tableHasCreated: boolean,
  tableHasFinals: boolean,
): Promise<number> {
  const staying = tableHasCreated
    ? `and (not exists (select from ${createdTable(table)} as c where c.id = t.id)
            or exists (select from undo_keep as k where k.table_name = '${table}' and k.row_id = t.id))`
    : "";
  const unrestored = tableHasFinals ? `and not exists (select from ${finalTable(table)} as f where f.id = t.id)` : "";
  const finals = tableHasFinals
    ? `union all select f.id, f.${quoted(column)} from ${finalTable(table)} as f where f.${quoted(column)} is not null`
    : "";
  const { rowCount } = await client.query(`
    insert into undo_keep (table_name, row_id, reason, because_table, because_row)
    select distinct on (r.id) '${target}', r.id, 'referred', '${table}', s.id
    from ${createdTable(target)} as r
    join (
      select t.id, t.${quoted(column)} as refers_to
      from ${quoted(table)} as t
      where t.${quoted(column)} is not null ${staying} ${unrestored}
      ${finals}
    ) as s on s.refers_to = r.id
    order by r.id, s.id
    on conflict do nothing`);
  return rowCount ?? 0;
}

/** Parts of a kept row, and parts that explain a value which could not go back. */
async function keepParts(client: PoolClient, table: string, part: LedgerTable["parts"][number]): Promise<number> {
  const { rowCount } = await client.query(
    `insert into undo_keep (table_name, row_id, reason, because_table, because_row)
     select $1, p.id, 'part', $2, p.${quoted(part.column)}
     from ${createdTable(table)} as c
     join ${quoted(table)} as p on p.id = c.id
     where p.${quoted(part.column)} in (
       select row_id from undo_keep where table_name = $2
       union
       select row_id from undo_update where table_name = $2 and conflict is not null and column_name = any ($3))
     on conflict do nothing`,
    [table, part.target, part.boundTo],
  );
  return rowCount ?? 0;
}
