import type { Logger } from "pino";
import { refuseUnfinishedRestore } from "../backup/unfinished-restore.ts";
import { systemClock } from "../clock.ts";
import type { Config } from "../config/read-config.ts";
import { readMigrations } from "../database/migrate.ts";
import { openPool } from "../database/open-pool.ts";
import { createAnnouncer } from "../events/create-announcer.ts";
import { createIds } from "../ids.ts";
import { Metrics } from "../metrics/metrics.ts";
import { watchQueue } from "../metrics/watch-queue.ts";
import { migrateDatabase } from "./migrate-database.ts";
import type { OpenDatabase } from "./open-database.ts";
import type { Foundation, ProgramParts } from "./program-parts.ts";
import { readHealth } from "./read-health.ts";
import type { StopStep } from "./stop-in-order.ts";

const CONNECTIONS_MS = 5_000;

export interface FoundationOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly database: OpenDatabase;
  readonly subscriptions: ProgramParts["subscriptions"];
  /** Where the way to close the connections is left. */
  readonly steps: StopStep[];
}

/**
 * Connects to an open database and brings it to the level of this program.
 * @throws ExplainedError when a restore into it did not end; what migrations throw.
 */
export async function openFoundation(options: FoundationOptions): Promise<Foundation> {
  const { config, log, database } = options;
  const pool = openPool(database.connection, { onError: (error) => log.warn({ err: error }, "a connection broke") });
  options.steps.unshift({ name: "connections", stop: () => pool.end(), patienceMs: CONNECTIONS_MS });
  await refuseUnfinishedRestore(pool);
  const clock = systemClock;
  const newId = createIds(clock);
  const migrationNames = (await readMigrations()).map((migration) => migration.name);
  const applied = await migrateDatabase(pool, newId);
  if (applied.length > 0) log.info({ migrations: applied }, "migrated");
  const metrics = new Metrics();
  metrics.watchPool(pool);
  watchQueue(metrics, pool);
  const announcer = createAnnouncer(options.subscriptions ?? []);
  return {
    config,
    house: { pool, clock, newId, announcer: { ...announcer, committed: (event) => metrics.countAnnounced(event) } },
    connection: database.connection,
    log,
    metrics,
    readHealth: () => readHealth({ pool, role: config.role, migrationNames }),
  };
}
