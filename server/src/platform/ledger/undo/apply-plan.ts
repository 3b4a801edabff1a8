import type { Context } from "../context.ts";
import { finalTable } from "./build-finals.ts";
import { childrenFirst } from "./children-first.ts";
import { createdTable } from "./gather-effects.ts";
import type { UndoPlan } from "./plan-undo.ts";
import { quoted } from "./read-catalogue.ts";
import type { LedgerTable } from "./read-catalogue.ts";

/**
 * Carries out a plan in the transaction it was made in: table by table, those that refer before those they refer to, first
 * removes and then changes, so that nothing refers to a row when it goes and a key is free before it is taken again. Puts
 * back at the end. References that are not `restrict` are checked last.
 */
export async function applyPlan(context: Context, plan: UndoPlan, writeImages: boolean): Promise<void> {
  await context.client.query("set constraints all deferred");
  const created = new Set(plan.created);
  const restoring = new Set(plan.restoring);
  for (const table of childrenFirst(plan.catalogue)) {
    if (created.has(table)) await removeCreated(context, table, writeImages);
    if (restoring.has(table)) await restoreColumns(context, table);
  }
  for (const table of plan.restoring) await putBack(context, table);
  await context.client.query("set constraints all immediate");
}

/**
 * Facts have no index on `id` alone, so the operation is named too: its BRIN index finds them without reading a month.
 * That holds unless the rows were put back by an earlier undo, which keeps their first operation.
 */
async function removeCreated({ client }: Context, { name }: LedgerTable, writeImages: boolean): Promise<void> {
  const restored = await client.query("select from undo_restored where table_name = $1 limit 1", [name]);
  const byOperation = restored.rowCount === 0 ? "and t.operation_id = any (array(select id from undo_scope))" : "";
  if (!writeImages) await client.query("select set_config('tongzhou.images', 'off', true)");
  await client.query(
    `delete from ${quoted(name)} as t
     using ${createdTable(name)} as c
     where t.id = c.id ${byOperation}
       and not exists (select from undo_keep as k where k.table_name = $1 and k.row_id = c.id)`,
    [name],
  );
  if (!writeImages) await client.query("select set_config('tongzhou.images', '', true)");
}

async function restoreColumns({ client }: Context, table: LedgerTable): Promise<void> {
  const { rows: columns } = await client.query<{ column_name: string }>(
    "select distinct column_name from undo_update where table_name = $1 and conflict is null",
    [table.name],
  );
  if (columns.length === 0) return;
  const sets = columns.map(({ column_name }) => `${quoted(column_name)} = f.${quoted(column_name)}`).join(", ");
  await client.query(
    `update ${quoted(table.name)} as t set ${sets}
     from ${finalTable(table.name)} as f
     where f.restored_columns is not null and t.id = f.id`,
  );
}

async function putBack(context: Context, table: LedgerTable): Promise<void> {
  const names = table.columns.map((column) => quoted(column.name)).join(", ");
  const { rowCount } = await context.client.query(
    `insert into ${quoted(table.name)} (${names})
     select ${names} from ${finalTable(table.name)} where restored_columns is null`,
  );
  if (!rowCount) return;
  await context.client.query(
    `insert into change (at, operation_id, table_name, act, row_id)
     select $1, $2, $3, 'r', id from ${finalTable(table.name)} where restored_columns is null`,
    [context.now, context.operationId, table.name],
  );
}
