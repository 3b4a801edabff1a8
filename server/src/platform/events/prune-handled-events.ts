import type { Pool } from "pg";

/** Far longer than any job waits: a job retries for hours and a dead one is looked at within days. */
export const HANDLED_EVENTS_KEPT_DAYS = 30;

/**
 * Forgets which events were handled long ago.
 * @returns how many notes were removed.
 */
export async function pruneHandledEvents(pool: Pool): Promise<number> {
  const { rowCount } = await pool.query("delete from event_handled where at < now() - make_interval(days => $1)", [
    HANDLED_EVENTS_KEPT_DAYS,
  ]);
  return rowCount ?? 0;
}
