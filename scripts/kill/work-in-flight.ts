import type { Pool } from "pg";
import { pending } from "./caller.ts";
import type { Work } from "./caller.ts";

/** The jobs that each kind of work is, by the beginnings of their names. */
const TASKS: Readonly<Record<Work, readonly string[]>> = {
  import: ["long_operation/imports."],
  routing: ["event/"],
  "hand-off": ["long_operation/leads.", "event/leads.", "event/routing."],
};

/** Requests of a kind of work that wait for their answer. */
export const requestsOf = (work: Work): number => [...pending].filter((request) => request.work === work).length;

/** The workers that hold jobs of a kind of work, the one with most jobs first. */
export async function workersAt(pool: Pool, work: Work): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select process.id
     from graphile_worker._private_jobs as job
     join graphile_worker._private_tasks as task on task.id = job.task_id
     join worker_process as process on job.locked_by = any(process.worker_ids)
     where exists (select from unnest($1::text[]) as start where starts_with(task.identifier, start))
     group by process.id
     order by count(*) desc`,
    [TASKS[work]],
  );
  return rows.map(({ id }) => id);
}

/** Jobs, of whatever kind, that a process holds, dead or alive. */
export async function jobsHeldBy(pool: Pool, processId: string): Promise<number> {
  const { rows } = await pool.query<{ held: number }>(
    `select count(*) as held
     from graphile_worker._private_jobs as job
     join worker_process as process on job.locked_by = any(process.worker_ids)
     where process.id = $1`,
    [processId],
  );
  return rows[0]?.held ?? 0;
}

/** Server processes whose transaction has written something and has not ended. */
export async function writers(pool: Pool): Promise<number[]> {
  const { rows } = await pool.query<{ pid: number }>(
    `select pid from pg_stat_activity
     where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()`,
  );
  return rows.map(({ pid }) => pid);
}
