import type { Job } from "graphile-worker";
import type { Queryable } from "./queue-jobs.ts";

/**
 * Takes a finished job out of its named queue before its worker looks for the next. The library reports without waiting,
 * so the worker would find the queue still locked and sleep until its next poll: one job in two seconds. Its own report
 * then finds nothing left to do.
 */
export async function finishQueuedJob(queryable: Queryable, job: Job): Promise<void> {
  await queryable.query({
    name: "finish-queued-job",
    text: `with finished as (
             delete from graphile_worker._private_jobs
             where id = $1 and locked_by = $2
             returning job_queue_id
           )
           update graphile_worker._private_job_queues as queue
           set locked_by = null, locked_at = null
           from finished
           where queue.id = finished.job_queue_id and queue.locked_by = $2`,
    values: [job.id, job.locked_by],
  });
}
