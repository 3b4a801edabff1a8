import { bindClient } from "../database/bind-client.ts";
import type { House, ReadContext } from "./context.ts";

/** How long one statement may take: lists answer at once or not at all; a report must not hold both cores for ever. */
export const STATEMENT_LIMITS = { list: "2s", report: "10s", job: "0" } as const;

/**
 * Lists are read by many at once, and starting a second worker takes longer than most of them need: 14 of 20 ms for the
 * leads that answer to a name at a million leads.
 */
const ALONE = "; set local max_parallel_workers_per_gather = 0";

/**
 * Runs a reading use case on one consistent snapshot, read-only, with the time limit of its kind of work.
 * @throws what `work` throws; PostgreSQL error 57014 when a statement took too long.
 */
export async function look<Result>(
  house: House,
  limit: keyof typeof STATEMENT_LIMITS,
  work: (context: ReadContext) => Promise<Result>,
): Promise<Result> {
  const client = await house.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(
      `begin isolation level repeatable read read only; set local statement_timeout = '${STATEMENT_LIMITS[limit]}'${limit === "list" ? ALONE : ""}`,
    );
    const result = await work({ tx: bindClient(client), now: house.clock.now() });
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((lost: Error) => (broken = lost));
    throw error;
  } finally {
    client.release(broken);
  }
}
