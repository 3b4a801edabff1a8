import type { Context } from "../context.ts";
import { finalTable } from "./build-finals.ts";
import { createdTable } from "./gather-effects.ts";
import type { UndoPlan } from "./plan-undo.ts";

/** A millionfold undo must not hold a million ids in memory. */
const IDS_AT_ONCE = 10_000;

/** Announced once for each table with the ids of the rows that an undo removed, changed or put back. */
export const undoneEvent = (table: string): string => `operation.undone.${table}`;

/** Tells who keeps derived rows which rows are different now, so that they rebuild theirs. */
export async function announceUndone(context: Context, plan: UndoPlan): Promise<void> {
  for (const { name } of plan.created) {
    if (!context.hears(undoneEvent(name))) continue;
    await announceIds(
      context,
      name,
      `${createdTable(name)} as c where not exists (select from undo_keep as k where k.table_name = '${name}' and k.row_id = c.id)`,
    );
  }
  for (const { name } of plan.restoring) {
    if (context.hears(undoneEvent(name))) await announceIds(context, name, `${finalTable(name)} as c where true`);
  }
}

async function announceIds(context: Context, table: string, source: string): Promise<void> {
  let last = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows } = await context.client.query<{ id: string }>(
      `select id from ${source} and id > $1 order by id limit ${IDS_AT_ONCE}`,
      [last],
    );
    const end = rows.at(-1);
    if (!end) return;
    await context.emit(
      undoneEvent(table),
      rows.map((row) => row.id),
    );
    last = end.id;
  }
}
