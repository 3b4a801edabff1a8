import { forgetInterruptions, wakeWorkers } from "./release-dead-workers.ts";
import type { Queryable } from "./queue-jobs.ts";

/** A job that failed as often as it may. */
export interface DeadJobView {
  readonly id: string;
  readonly task: string;
  readonly event: string | undefined;
  readonly attempts: number;
  readonly error: string;
  readonly queuedAt: Date;
  readonly failedAt: Date;
}

interface DeadJobRow {
  id: string;
  task: string;
  event: string | null;
  attempts: number;
  last_error: string | null;
  created_at: Date;
  failed_at: Date;
}

/**
 * Dead jobs, the latest first. The queue's private table is read because its public view leaves out the payload, in which
 * the event is named.
 * @param page.after - the last row of the page before.
 */
export async function listDeadJobs(
  queryable: Queryable,
  { after, limit }: { readonly after?: Pick<DeadJobView, "queuedAt" | "id">; readonly limit: number },
): Promise<DeadJobView[]> {
  const { rows } = await queryable.query<DeadJobRow>(
    `select
       job.id::text as id,
       task.identifier as task,
       job.payload ->> 'event' as event,
       job.attempts,
       job.last_error,
       job.created_at::timestamptz(3) as created_at,
       (job.run_at - exp(least(job.attempts, 10)) * interval '1 second')::timestamptz(3) as failed_at
     from graphile_worker._private_jobs as job
     join graphile_worker._private_tasks as task on task.id = job.task_id
     where job.attempts >= job.max_attempts
       and job.locked_at is null
       and ($1::timestamptz is null or (job.created_at::timestamptz(3), job.id) < ($1, $2::bigint))
     order by job.created_at::timestamptz(3) desc, job.id desc
     limit $3`,
    [after?.queuedAt ?? null, after?.id ?? null, limit],
  );
  return rows.map((row) => ({
    id: row.id,
    task: row.task,
    event: row.event ?? undefined,
    attempts: row.attempts,
    error: row.last_error ?? "",
    queuedAt: row.created_at,
    failedAt: row.failed_at,
  }));
}

/**
 * Tries a dead job again at once, with all its attempts.
 * @returns false when there is no dead job with this id (any more).
 */
export async function retryDeadJob(queryable: Queryable, id: string): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `select id
     from graphile_worker.reschedule_jobs(
       array(select id from graphile_worker._private_jobs where id = $1 and attempts >= max_attempts and locked_at is null),
       run_at => now(), attempts => 0)`,
    [id],
  );
  if (!rowCount) return false;
  await forgetInterruptions(queryable, id);
  await wakeWorkers(queryable);
  return true;
}

/**
 * Gives a dead job up.
 * @returns false when there is no dead job with this id (any more).
 */
export async function dropDeadJob(queryable: Queryable, id: string): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `select id
     from graphile_worker.complete_jobs(
       array(select id from graphile_worker._private_jobs where id = $1 and attempts >= max_attempts and locked_at is null))`,
    [id],
  );
  return Boolean(rowCount);
}
