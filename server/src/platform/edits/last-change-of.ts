import type { PoolClient } from "pg";

/**
 * Who last wrote a column of a record, and when: the newest image of the column, or the operation that made the record.
 * Undefined when the ledger no longer knows.
 */
export async function lastChangeOf(
  client: PoolClient,
  record: { readonly table: string; readonly id: string },
  column: string,
): Promise<{ at: Date; actorId: string | null } | undefined> {
  const changed = await client.query<{ at: Date; actorId: string | null }>(
    `select o.at, o.actor_id as "actorId"
     from change as c
     join operation as o on o.id = c.operation_id
     where c.row_id = $1 and c.table_name = $2 and c.after ? $3
     order by c.seq desc
     limit 1`,
    [record.id, record.table, column],
  );
  if (changed.rows[0]) return changed.rows[0];
  const made = await client.query<{ at: Date; actorId: string | null }>(
    `select o.at, o.actor_id as "actorId"
     from ${client.escapeIdentifier(record.table)} as r
     join operation as o on o.id = r.operation_id
     where r.id = $1`,
    [record.id],
  );
  return made.rows[0];
}
