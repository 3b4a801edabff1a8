import { runMigrations } from "graphile-worker";
import type { Pool } from "pg";

/** Brings the tables of the job queue (schema `graphile_worker`) to the version of the library. */
export async function migrateJobs(pool: Pool): Promise<void> {
  await runMigrations({ pgPool: pool });
}
