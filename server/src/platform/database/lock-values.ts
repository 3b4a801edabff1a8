import { createHash } from "node:crypto";
import type { PoolClient } from "pg";

/** First key of the advisory locks of values; the second is the bucket. */
const LOCK_SPACE = 845_710;
/**
 * Values share buckets: a batch of 10,000 rows has 30,000 values, and PostgreSQL's lock table holds some 6,000. A batch thus
 * waits for single arrivals and they for at most one batch, which is what routing does anyway.
 */
const BUCKETS = 256;

/**
 * Takes the locks of these values until the end of the transaction, always in the same order, so that whoever captures the
 * same person or company at the same moment comes one after the other and never deadlocks.
 */
export async function lockValues(client: PoolClient, values: Iterable<string>): Promise<void> {
  const buckets = new Set<number>();
  for (const value of values) {
    buckets.add(createHash("md5").update(value).digest().readUInt32LE(0) % BUCKETS);
    if (buckets.size === BUCKETS) break;
  }
  if (buckets.size === 0) return;
  await client.query("select pg_advisory_xact_lock($1, bucket) from unnest($2::int[]) as bucket", [
    LOCK_SPACE,
    [...buckets].toSorted((a, b) => a - b),
  ]);
}
