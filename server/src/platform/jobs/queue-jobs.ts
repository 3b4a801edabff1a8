import type { PoolClient } from "pg";
import { JOB_PRIORITIES, MAX_ATTEMPTS } from "./job-definition.ts";
import type { JobPriority } from "./job-definition.ts";

/** A pool, or a connection with an open transaction. */
export type Queryable = Pick<PoolClient, "query">;

/** A job as the queue keeps it. */
export interface QueuedJob {
  readonly task: string;
  readonly payload: object;
  readonly priority: JobPriority;
  readonly queue?: string | undefined;
  readonly maxAttempts?: number | undefined;
  /** Not before this moment of the database's clock; at once when absent. */
  readonly runAt?: Date | undefined;
  /** A waiting job with the same key is replaced by this one. */
  readonly key?: string | undefined;
}

/**
 * Queues jobs by one statement on the connection it is given: they exist when its transaction commits, and never when it
 * does not. Every transaction that queues jobs notifies the workers, and PostgreSQL lets only one such commit through at a
 * time (17,000 → 3,800 commits a second when measured), so paths with a high rate queue one job for a batch.
 */
export async function queueJobs(queryable: Queryable, jobs: readonly QueuedJob[]): Promise<void> {
  if (jobs.length === 0) return;
  const specs = jobs.map((job) => ({
    identifier: job.task,
    payload: job.payload,
    queue_name: job.queue,
    run_at: job.runAt?.toISOString(),
    max_attempts: job.maxAttempts ?? MAX_ATTEMPTS,
    job_key: job.key,
    priority: JOB_PRIORITIES[job.priority],
  }));
  await queryable.query({
    name: "queue-jobs",
    text: `select count(*)
           from graphile_worker.add_jobs(array(
             select json_populate_recordset(null::graphile_worker.job_spec, $1::json)))`,
    values: [JSON.stringify(specs)],
  });
}
