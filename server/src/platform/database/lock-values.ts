import { createHash } from "node:crypto";
import type { PoolClient } from "pg";

/**
 * First keys of the advisory locks of values, by what the values are of; the second is the bucket. One space for all would
 * deadlock: whoever takes companies and then people would come back to buckets that another has passed. Callers take these
 * in the order in which they stand here.
 */
const LOCK_SPACES = { campaign: 845_710, account: 845_711, contact: 845_712 } as const;
/**
 * Values share buckets: a batch of 10,000 rows has 30,000 values, and PostgreSQL's lock table holds some 6,000. Few enough for
 * two imports at once, and so many that single arrivals of one moment seldom meet in one.
 */
const BUCKETS = 1024;

/** What values are of. */
export type LockSpace = keyof typeof LOCK_SPACES;

/**
 * Takes the locks of these values until the end of the transaction, always in the same order, so that whoever captures the
 * same person or company at the same moment comes one after the other and never deadlocks.
 */
export async function lockValues(client: PoolClient, space: LockSpace, values: Iterable<string>): Promise<void> {
  const buckets = new Set<number>();
  for (const value of values) {
    buckets.add(createHash("md5").update(value).digest().readUInt32LE(0) % BUCKETS);
    if (buckets.size === BUCKETS) break;
  }
  if (buckets.size === 0) return;
  await client.query("select pg_advisory_xact_lock($1, bucket) from unnest($2::int[]) as bucket", [
    LOCK_SPACES[space],
    [...buckets].toSorted((a, b) => a - b),
  ]);
}
