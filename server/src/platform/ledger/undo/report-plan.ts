import type { PoolClient } from "pg";
import { createdTable } from "./gather-effects.ts";
import type { UndoPlan } from "./plan-undo.ts";

/** How many staying rows are listed by name; the counts are always whole. */
const LISTED_ROWS = 500;

export type StayReason =
  "changed" | "gone" | "present" | "check" | "together" | "taken" | "missing" | "referred" | "part";

/** One value or row that stays: what undo would have done, what is there now, and who put it there. */
export interface StayingRow {
  readonly table: string;
  readonly rowId: string;
  /** Absent when the whole row stays (or stays away). */
  readonly column: string | undefined;
  readonly reason: StayReason;
  readonly before: string | null;
  readonly written: string | null;
  readonly now: string | null;
  readonly because: { readonly table: string; readonly rowId: string } | undefined;
  readonly changedBy:
    | {
        readonly operationId: string;
        readonly kind: string;
        readonly actorKind: string;
        readonly actorId: string | null;
        readonly at: Date;
      }
    | undefined;
}

export interface UndoReport {
  readonly operationId: string;
  readonly kind: string;
  readonly at: Date;
  readonly operations: number;
  readonly tables: readonly {
    readonly table: string;
    readonly removed: number;
    readonly restored: number;
    readonly putBack: number;
    readonly stays: number;
  }[];
  readonly staying: readonly StayingRow[];
  readonly stayingCount: number;
}

/** Reads a plan as counts and as the rows that stay. Column values are as stored: the caller masks what the viewer may not see. */
export async function reportPlan(client: PoolClient, plan: UndoPlan): Promise<UndoReport> {
  const tables = await countByTable(client, plan);
  const staying = await listStaying(client, plan);
  const stayingCount = tables.reduce((sum, table) => sum + table.stays, 0);
  return {
    operationId: plan.root.id,
    kind: plan.root.kind,
    at: plan.root.at,
    operations: plan.operations,
    tables,
    staying,
    stayingCount,
  };
}

async function countByTable(client: PoolClient, plan: UndoPlan): Promise<UndoReport["tables"]> {
  const removed = plan.created.map(
    ({ name }) =>
      `select '${name}' as table_name, count(*) - (select count(*) from undo_keep where table_name = '${name}') as removed from ${createdTable(name)}`,
  );
  const { rows } = await client.query<{
    table: string;
    removed: number;
    restored: number;
    putBack: number;
    stays: number;
  }>(`
    with removed as (${removed.length > 0 ? removed.join(" union all ") : "select '' as table_name, 0::bigint as removed where false"}),
    restored as (select table_name, count(distinct row_id) as n from undo_update where conflict is null group by table_name),
    put_back as (select table_name, count(*) as n from undo_delete where conflict is null group by table_name),
    stays as (
      select table_name, count(distinct row_id) as n
      from (
        select table_name, row_id from undo_keep
        union all select table_name, row_id from undo_update where conflict is not null
        union all select table_name, row_id from undo_delete where conflict is not null
      ) as stayers
      group by table_name
    )
    select table_name as "table", coalesce(r.removed, 0) as removed, coalesce(u.n, 0) as restored, coalesce(p.n, 0) as "putBack", coalesce(s.n, 0) as stays
    from removed as r
    full join restored as u using (table_name)
    full join put_back as p using (table_name)
    full join stays as s using (table_name)
    order by table_name`);
  return rows.filter((row) => row.removed + row.restored + row.putBack + row.stays > 0);
}

interface StayingRecord {
  table_name: string;
  row_id: string;
  column_name: string | null;
  reason: StayReason;
  before: string | null;
  after: string | null;
  now: string | null;
  because_table: string | null;
  because_row: string | null;
  by_operation: string | null;
  by_kind: string | null;
  by_actor_kind: string | null;
  by_actor: string | null;
  by_at: Date | null;
}

async function listStaying(client: PoolClient, plan: UndoPlan): Promise<StayingRow[]> {
  const { rows } = await client.query<StayingRecord>(
    `select s.*, o.id as by_operation, o.kind as by_kind, o.actor_kind as by_actor_kind, o.actor_id as by_actor, o.at as by_at
     from (
       select table_name, row_id, null as column_name, reason, null as before, null as after, null as now, because_table, because_row from undo_keep
       union all
       select table_name, row_id, column_name, conflict, before, after, now, null, null from undo_update where conflict is not null
       union all
       select table_name, row_id, null, conflict, null, null, null, null, null from undo_delete where conflict is not null
       order by 1, 2, 3
       limit $2
     ) as s
     left join lateral (
       select o.*
       from change as c
       join operation as o on o.id = c.operation_id
       where c.row_id = s.row_id and c.table_name = s.table_name and c.at >= $1 and c.operation_id not in (select id from undo_scope)
         and (s.column_name is null or c.act <> 'u' or c.after ? s.column_name)
       order by c.seq desc
       limit 1
     ) as o on true`,
    [plan.root.at, LISTED_ROWS],
  );
  return rows.map(stayingRowOf);
}

function stayingRowOf(row: StayingRecord): StayingRow {
  const { by_operation, by_kind, by_actor_kind, by_at, because_table, because_row } = row;
  return {
    table: row.table_name,
    rowId: row.row_id,
    column: row.column_name ?? undefined,
    reason: row.reason,
    before: row.before,
    written: row.after,
    now: row.now,
    because: because_table && because_row ? { table: because_table, rowId: because_row } : undefined,
    changedBy:
      by_operation && by_kind && by_actor_kind && by_at
        ? { operationId: by_operation, kind: by_kind, actorKind: by_actor_kind, actorId: row.by_actor, at: by_at }
        : undefined,
  };
}
