import type { House } from "../ledger/context.ts";
import { sweepHits } from "../limits/take-hit.ts";

const HOUR_MS = 3_600_000;
/** Answers to repeated requests are promised for a day. */
const ANSWERS_KEPT_HOURS = 24;
/** Longer than the longest window of any limit, twice. */
const HITS_KEPT_SECONDS = 3 * 24 * 3600;

/** Removes what only a limited time gives a meaning: kept answers, counters of limits, sessions and tokens that are over. */
export async function sweepExpired(house: House): Promise<void> {
  const border = new Date(house.clock.now().getTime() - ANSWERS_KEPT_HOURS * HOUR_MS);
  await house.pool.query("delete from idempotency_key where at <= $1", [border.toISOString()]);
  await sweepHits(house, HITS_KEPT_SECONDS);
  await house.pool.query('delete from auth.session where "expiresAt" <= now()');
  await house.pool.query('delete from auth.verification where "expiresAt" <= now()');
}
