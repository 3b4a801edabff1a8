import type { Pool } from "pg";
import { migrate } from "../database/migrate.ts";
import type { NewId } from "../ids.ts";
import { migrateJobs } from "../jobs/migrate-jobs.ts";

/** Brings all schemas, ours and the job queue's, to what this program needs. Returns the names of our migrations applied now. */
export async function migrateDatabase(pool: Pool, newId: NewId): Promise<string[]> {
  const applied = await migrate(pool, newId);
  await migrateJobs(pool);
  return applied;
}
