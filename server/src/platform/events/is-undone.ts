import type { PoolClient } from "pg";

/**
 * Whether an operation, or one that it is part of or follows from, has been undone. Locks all of these first, so that an
 * undo that is under way is waited for, and one that comes later waits for this transaction and sees what it wrote.
 * Upwards as undo looks downwards: to the parent always, to the cause unless a person acted (architecture.md, Undo 1).
 */
export async function isUndone(client: PoolClient, operationId: string): Promise<boolean> {
  const { rows: locked } = await client.query<{ id: string }>({
    name: "lock-causes",
    text: `with recursive chain as (
             select id, parent_id, case when actor_kind <> 'person' then cause_id end as cause_id
             from operation
             where id = $1
             union
             select o.id, o.parent_id, case when o.actor_kind <> 'person' then o.cause_id end
             from chain
             join operation as o on o.id in (chain.parent_id, chain.cause_id)
           )
           select o.id
           from operation as o
           where o.id in (select id from chain)
           for key share of o`,
    values: [operationId],
  });
  // A statement of its own: the one above may have waited, and its snapshot is older than what it waited for.
  const { rows } = await client.query<{ undone: boolean }>({
    name: "is-undone",
    text: "select coalesce(bool_or(ledger.is_undone(id)), false) as undone from unnest($1::uuid[]) as id",
    values: [locked.map(({ id }) => id)],
  });
  return rows[0]?.undone ?? false;
}
