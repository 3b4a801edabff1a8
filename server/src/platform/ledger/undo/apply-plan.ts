import type { Context } from "../context.ts";
import { finalTable } from "./build-finals.ts";
import { createdTable } from "./gather-effects.ts";
import type { UndoPlan } from "./plan-undo.ts";
import { quoted } from "./read-catalogue.ts";
import type { LedgerTable } from "./read-catalogue.ts";

/**
 * Carries out a plan in the transaction it was made in: removes, then changes, then puts back, so that a key is free
 * before it is taken again. References are checked at the end.
 */
export async function applyPlan(context: Context, plan: UndoPlan, writeImages: boolean): Promise<void> {
  await context.client.query("set constraints all deferred");
  if (!writeImages) await context.client.query("select set_config('tongzhou.images', 'off', true)");
  for (const table of plan.created) await removeCreated(context, table);
  await context.client.query("select set_config('tongzhou.images', '', true)");
  for (const table of plan.restoring) await restoreColumns(context, table);
  for (const table of plan.restoring) await putBack(context, table);
  await context.client.query("set constraints all immediate");
}

/**
 * Facts have no index on `id` alone, so the operation is named too: its BRIN index finds them without reading a month.
 * That holds unless the rows were put back by an earlier undo, which keeps their first operation.
 */
async function removeCreated({ client }: Context, { name }: LedgerTable): Promise<void> {
  const restored = await client.query("select from undo_restored where table_name = $1 limit 1", [name]);
  const byOperation = restored.rowCount === 0 ? "and t.operation_id = any (array(select id from undo_scope))" : "";
  await client.query(
    `delete from ${quoted(name)} as t
     using ${createdTable(name)} as c
     where t.id = c.id ${byOperation}
       and not exists (select from undo_keep as k where k.table_name = $1 and k.row_id = c.id)`,
    [name],
  );
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
