import type { Pool, PoolClient } from "pg";
import { openPool } from "../database/open-pool.ts";
import type { Connection } from "../database/open-pool.ts";

/** Each lane listens on one connection and needs at most two more to fetch and to report. */
const CONNECTIONS = 8;

/** The connections of the queue's workers, with a gate in front. */
export interface LanePool {
  readonly pool: Pool;
  /** Lets nobody through until the promise settles; a rejection is passed on to whoever waits. */
  holdUntil(ready: Promise<void>): void;
}

/**
 * Opens the pool of the workers, apart from the one of the house: reporting a finished job must not wait for a slow page.
 * A worker's id is made by the library when it starts, and it fetches in the same breath; the gate holds it until its id
 * is in `worker_process`, so that no job is ever locked by somebody unknown.
 */
export function openLanePool(connection: Connection, onError: (error: Error) => void): LanePool {
  const pool = openPool(connection, { max: CONNECTIONS, applicationName: "tongzhou jobs", onError });
  let gate: Promise<void> = Promise.resolve();
  const connect = pool.connect.bind(pool);
  type Done = (error: Error | undefined, client: PoolClient | undefined, release: () => void) => void;
  const passGate = async (done: Done): Promise<void> => {
    try {
      await gate;
    } catch (error) {
      return done(error as Error, undefined, () => undefined);
    }
    connect(done);
  };
  const gated = (done?: Done): Promise<PoolClient> | void => {
    if (!done) return gate.then(() => connect());
    void passGate(done);
  };
  pool.connect = gated as typeof pool.connect;
  return {
    pool,
    holdUntil(ready) {
      gate = ready;
      gate.catch(() => undefined);
    },
  };
}
