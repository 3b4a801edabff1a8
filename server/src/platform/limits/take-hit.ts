import { createHash } from "node:crypto";
import type { Pool, PoolClient } from "pg";
import type { Clock } from "../clock.ts";
import { TooMany } from "../problems/refusal.ts";

/** So many acts per so many seconds. */
export interface Limit {
  /** What is limited, one word; part of the bucket's name. */
  readonly name: string;
  readonly hits: number;
  readonly seconds: number;
}

export interface Counting {
  /**
   * The pool of the house, so that a refused act counts too; or the connection of the open operation, which counts only
   * what was done (and takes no second connection while it holds one).
   */
  readonly pool: Pick<Pool | PoolClient, "query">;
  readonly clock: Clock;
}

/**
 * Counts one act of `whom` (an id, an address, an e-mail: stored as a hash only) in the database, so that all processes
 * count together.
 *
 * A window that slides by interpolation: hits of the window before count with the share of it that still lies within the
 * last `seconds`. It needs two rows a bucket and errs by less than the unevenness within one window.
 * @throws TooMany when there were more than `limit.hits` within the last `limit.seconds`.
 */
export async function takeHit(counting: Counting, limit: Limit, whom: string, code?: string): Promise<void> {
  const now = counting.clock.now().getTime();
  const length = limit.seconds * 1000;
  const windowStart = Math.floor(now / length) * length;
  const bucket = bucketOf(limit, whom);
  const { rows } = await counting.pool.query<{ hits: number; before: number }>({
    name: "take-hit",
    text: `insert into rate_limit as r (bucket, window_start, hits)
           values ($1, $2, 1)
           on conflict (bucket, window_start) do update set hits = r.hits + 1
           returning hits, coalesce((select hits from rate_limit where bucket = $1 and window_start = $3), 0) as before`,
    values: [bucket, new Date(windowStart).toISOString(), new Date(windowStart - length).toISOString()],
  });
  const { hits, before } = rows[0] ?? { hits: 1, before: 0 };
  const elapsed = now - windowStart;
  if (hits + before * (1 - elapsed / length) <= limit.hits) return;
  throw new TooMany(Math.ceil((length - elapsed) / 1000), code);
}

/** How often `whom` has acted within the present window; counts nothing. */
export async function countHits(counting: Counting, limit: Limit, whom: string): Promise<number> {
  const length = limit.seconds * 1000;
  const windowStart = Math.floor(counting.clock.now().getTime() / length) * length;
  const { rows } = await counting.pool.query<{ hits: number }>(
    "select hits from rate_limit where bucket = $1 and window_start = $2",
    [bucketOf(limit, whom), new Date(windowStart).toISOString()],
  );
  return rows[0]?.hits ?? 0;
}

/** Forgets the hits of `whom`, for example the failures before a sign-in that succeeded. */
export async function forgetHits(counting: Counting, limit: Limit, whom: string): Promise<void> {
  await counting.pool.query("delete from rate_limit where bucket = $1", [bucketOf(limit, whom)]);
}

/** Removes counters that no limit looks at any more; for a nightly job. */
export async function sweepHits(counting: Counting, olderThanSeconds: number): Promise<void> {
  const border = new Date(counting.clock.now().getTime() - olderThanSeconds * 1000);
  await counting.pool.query("delete from rate_limit where window_start < $1", [border.toISOString()]);
}

function bucketOf(limit: Limit, whom: string): string {
  return `${limit.name}:${createHash("sha256").update(whom).digest("base64url").slice(0, 22)}`;
}
