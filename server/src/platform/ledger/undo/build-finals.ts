import type { PoolClient } from "pg";
import { quoted } from "./read-catalogue.ts";
import type { Catalogue, LedgerTable } from "./read-catalogue.ts";

/** Temporary table of the rows of a table as they will be after the undo; `restored_columns` null = the row comes back whole. */
export const finalTable = (table: string): string => quoted(`undo_final_${table}`);

/** Which tables get rows or values back in the plan as it stands. */
export async function tablesToRestore(client: PoolClient, catalogue: Catalogue): Promise<LedgerTable[]> {
  const { rows } = await client.query<{ table_name: string }>(`
    select table_name from undo_update where conflict is null
    union
    select table_name from undo_delete where conflict is null`);
  return rows.flatMap(({ table_name }) => catalogue.get(table_name) ?? []);
}

/** Builds the final rows of one table from the plan as it stands. Built anew whenever a conflict was added. */
export async function buildFinals(client: PoolClient, table: LedgerTable): Promise<void> {
  const final = finalTable(table.name);
  const names = table.columns.map((column) => quoted(column.name)).join(", ");
  const values = table.columns
    .map((column) => valueFromImage(column.name, column.type, column.defaultExpression))
    .join(", ");
  await client.query(`
    drop table if exists ${final};
    create temporary table ${final} (like ${quoted(table.name)} including generated, restored_columns text[]) on commit drop;
    ${table.columns.map((column) => `alter table ${final} alter column ${quoted(column.name)} drop not null`).join(";")}`);
  await client.query(
    `insert into ${final} (${names}, restored_columns)
     select ${values}, restored_columns
     from (
       select ledger.${quoted(`image_of_${table.name}`)}(t) || u.image as image, u.restored_columns
       from (
         select row_id, jsonb_object_agg(column_name, before) as image, array_agg(column_name) as restored_columns
         from undo_update
         where table_name = $1 and conflict is null
         group by row_id
       ) as u
       join ${quoted(table.name)} as t on t.id = u.row_id
       union all
       select image, null from undo_delete where table_name = $1 and conflict is null
     ) as planned`,
    [table.name],
  );
  await client.query(`create index on ${final} (id); analyze ${final}`);
}

/** An image holds the text output of each value; a column that is younger than the image takes its default. */
function valueFromImage(name: string, type: string, defaultExpression: string | null): string {
  const key = `'${name.replaceAll("'", "''")}'`;
  const value = `(image ->> ${key})::${type}`;
  return defaultExpression === null || name === "operation_id"
    ? value
    : `case when image ? ${key} then ${value} else ${defaultExpression} end`;
}
