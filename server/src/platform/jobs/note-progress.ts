import { broadcast } from "../events/broadcast.ts";
import type { House } from "../ledger/context.ts";

/**
 * Notes how far a long operation is while its `prepare` is still at work, for those whose work cannot be cut into batches:
 * a file is written in one go or not at all. Where there are batches, they note it.
 * @param total - units there are in all, when known by now.
 * @returns whether it is to go on; not when somebody paused or stopped it.
 */
export async function noteProgress(
  { pool, clock }: Pick<House, "pool" | "clock">,
  id: string,
  done: number,
  total?: number,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update long_operation
     set
       done = $2,
       total = coalesce($3, total),
       state = 'running',
       error = null,
       started_at = coalesce(started_at, $4),
       moved_at = $4
     where id = $1 and state in ('queued', 'running')`,
    [id, done, total ?? null, clock.now()],
  );
  await broadcast(pool, { topic: "longOperation", ids: [id] });
  return Boolean(rowCount);
}
