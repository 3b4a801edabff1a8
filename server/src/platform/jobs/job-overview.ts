import type { JobOverview } from "@tongzhou/contract/jobs";
import type { Queryable } from "./queue-jobs.ts";

/** A heartbeat comes every two seconds; after this long without one the jobs do not run. */
export const HEARTBEAT_LIMIT_SECONDS = 10;

/** Whether job workers are alive anywhere, for the health page. */
export async function areJobsAlive(queryable: Queryable): Promise<boolean> {
  const { rowCount } = await queryable.query(
    "select from worker_process where heartbeat_at > now() - make_interval(secs => $1) limit 1",
    [HEARTBEAT_LIMIT_SECONDS],
  );
  return Boolean(rowCount);
}

interface TaskRow {
  task: string;
  waiting: number;
  running: number;
  retrying: number;
  later: number;
  dead: number;
  oldest_waiting: number;
}

/** How the job queue is doing, for the admin page and the metrics. Reads the whole queue: not for a busy path. */
export async function jobOverview(queryable: Queryable): Promise<JobOverview> {
  const { rows } = await queryable.query<TaskRow>(`
    select
      task,
      count(*) filter (where is_open and run_at <= now()) as waiting,
      count(*) filter (where locked_at is not null) as running,
      count(*) filter (where is_open and attempts > 0) as retrying,
      count(*) filter (where is_open and run_at > now()) as later,
      count(*) filter (where is_dead) as dead,
      coalesce(max(extract(epoch from now() - run_at)) filter (where is_open and run_at <= now()), 0)::float8 as oldest_waiting
    from (
      select
        task.identifier as task,
        job.run_at,
        job.locked_at,
        job.attempts,
        job.locked_at is null and job.attempts < job.max_attempts as is_open,
        job.locked_at is null and job.attempts >= job.max_attempts as is_dead
      from graphile_worker._private_jobs as job
      join graphile_worker._private_tasks as task on task.id = job.task_id
    ) as jobs
    group by task
    order by task`);
  const processes = await queryable.query<{ count: number }>(
    "select count(*) as count from worker_process where heartbeat_at > now() - make_interval(secs => $1)",
    [HEARTBEAT_LIMIT_SECONDS],
  );
  const sum = (column: "waiting" | "running" | "retrying" | "later" | "dead"): number =>
    rows.reduce((total, row) => total + row[column], 0);
  return {
    processes: processes.rows[0]?.count ?? 0,
    waiting: sum("waiting"),
    running: sum("running"),
    retrying: sum("retrying"),
    later: sum("later"),
    dead: sum("dead"),
    oldestWaitingSeconds: Math.max(0, ...rows.map((row) => row.oldest_waiting)),
    tasks: rows.map(({ task, waiting, running, dead }) => ({ task, waiting, running, dead })),
  };
}
