import type { TableCount } from "@tongzhou/contract/audit";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { ReadContext } from "../../../platform/ledger/context.ts";

/** An operation, its batches, and what followed without a person deciding: as undo sees it, what was undone included. */
export const scopeOf = (operationId: string): RawBuilder<unknown> => sql`
  with recursive scope as (
    select ${operationId}::uuid as id
    union
    select followed.id
    from scope
    cross join lateral (
      select f.id from published.operation as f where f.parent_id = scope.id
      union all
      select f.id from published.operation as f where f.cause_id = scope.id and f.actor_kind <> 'person'
    ) as followed
  )`;

/** How many rows an operation and what followed wrote, by table. Reads each table's index of operations. */
export async function countRows({ tx }: ReadContext, operationId: string): Promise<TableCount[]> {
  const ledgered = await sql<{ name: string }>`
    select c.relname as name
    from pg_class as c
    where c.relnamespace = 'public'::regnamespace
      and c.relkind in ('r', 'p')
      and not c.relispartition
      and ledger.kind_of(c.oid) in ('business', 'fact')`.execute(tx);
  const created = ledgered.rows.map(
    ({ name }) => sql`
      select ${sql.lit(name)} as "table", count(*)::int as count
      from ${sql.table(name)}
      where operation_id = any(array(select id from scope))`,
  );
  const { rows } = await sql<TableCount>`
    ${scopeOf(operationId)},
    created as (${sql.join(created, sql` union all `)}),
    changed as (
      select
        table_name as "table",
        (count(distinct row_id) filter (where act = 'u'))::int as changed,
        (count(distinct row_id) filter (where act = 'd'))::int as removed,
        (count(distinct row_id) filter (where act = 'r'))::int as put_back
      from published.change
      where operation_id in (select id from scope)
      group by table_name
    )
    select
      "table",
      coalesce(c.count, 0) + coalesce(d.put_back, 0) as created,
      coalesce(d.changed, 0) as changed,
      coalesce(d.removed, 0) as removed
    from created as c
    full join changed as d using ("table")
    where coalesce(c.count, 0) + coalesce(d.changed, 0) + coalesce(d.removed, 0) + coalesce(d.put_back, 0) > 0
    order by "table"`.execute(tx);
  return rows;
}
