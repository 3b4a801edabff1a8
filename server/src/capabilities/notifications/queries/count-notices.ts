import type { PoolClient } from "pg";

/** How many people were told of what is about to be undone; its operations are in the temporary table `undo_scope`. */
export async function countNotices(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    "select count(*)::int as count from notification where operation_id in (select id from undo_scope)",
  );
  return rows[0]?.count ?? 0;
}
