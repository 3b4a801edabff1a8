import type { House } from "../ledger/context.ts";

const HOUR_MS = 3_600_000;
/** Nobody sends half a gigabyte for longer than this. */
const UNFINISHED_KEPT_HOURS = 24;

/**
 * Deletes files whose sender gave up and whose process died before it could.
 * @returns how many.
 */
export async function deleteUnfinishedFiles({ pool, clock }: House): Promise<number> {
  const before = new Date(clock.now().getTime() - UNFINISHED_KEPT_HOURS * HOUR_MS);
  const { rowCount } = await pool.query("delete from stored_file where not complete and created_at < $1", [before]);
  return rowCount ?? 0;
}
