import type { Pool } from "pg";
import type { Context } from "../../../platform/ledger/context.ts";

/** Any number that no other use of one-part advisory locks has. Held together by all single arrivals, awaited by nobody. */
const ARRIVALS = 845_720;

/**
 * Shows others that a single arrival is under way, until the end of the transaction, and keeps the plans of its statements:
 * they would be planned for their few values each time, which takes longer than running them.
 */
export async function showArrival({ client }: Context): Promise<void> {
  await client.query({
    name: "show-arrival",
    text: "select pg_advisory_xact_lock_shared($1::bigint), set_config('plan_cache_mode', 'force_generic_plan', true)",
    values: [ARRIVALS],
  });
}

/** Whether single arrivals are under way, in any process. */
export async function areArrivalsUnderWay(pool: Pool): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: "single-arrivals",
    text: `
      select
      from pg_locks
      where locktype = 'advisory'
        and objid = $1::oid
        and classid = 0
        and objsubid = 1
        and database = (select oid from pg_database where datname = current_database())
      limit 1`,
    values: [ARRIVALS],
  });
  return rowCount !== 0;
}
