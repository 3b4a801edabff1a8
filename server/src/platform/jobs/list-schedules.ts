import { nextDue } from "./latest-due.ts";
import type { Queryable } from "./queue-jobs.ts";
import { taskNameOfSchedule } from "./schedule.ts";
import type { Schedule } from "./schedule.ts";

/** A schedule as the admin's page shows it. */
export interface ScheduleView {
  readonly name: string;
  readonly lastDueAt: Date | undefined;
  readonly nextDueAt: Date;
  readonly run: "idle" | "waiting" | "running" | "dead";
  readonly error: string | undefined;
}

interface ScheduleRow {
  name: string;
  due_at: Date | null;
  run: ScheduleView["run"];
  last_error: string | null;
}

/** When each schedule was due last and is due next, and how its run in the queue is doing. */
export async function listSchedules(
  queryable: Queryable,
  schedules: readonly Schedule[],
  now: Date,
  timeZone: string,
): Promise<ScheduleView[]> {
  const names = schedules.map(({ name }) => name);
  const { rows } = await queryable.query<ScheduleRow>(
    `select
       asked.name,
       run.due_at,
       case
         when job.id is null then 'idle'
         when job.locked_at is not null then 'running'
         when job.attempts >= job.max_attempts then 'dead'
         else 'waiting'
       end as run,
       job.last_error
     from unnest($1::text[], $2::text[]) as asked (name, key)
     left join schedule_run as run on run.name = asked.name
     left join graphile_worker._private_jobs as job on job.key = asked.key`,
    [names, names.map(taskNameOfSchedule)],
  );
  return schedules.map(({ name, time }) => {
    const row = rows.find((one) => one.name === name);
    return {
      name,
      lastDueAt: row?.due_at ?? undefined,
      nextDueAt: nextDue(time, now, timeZone),
      run: row?.run ?? "idle",
      error: row?.last_error ?? undefined,
    };
  });
}
