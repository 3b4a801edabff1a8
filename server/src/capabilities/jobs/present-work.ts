import type { DeadJob, LongOperation, ScheduleState } from "@tongzhou/contract/jobs";
import type { DeadJobView } from "../../platform/jobs/dead-jobs.ts";
import type { LongOperationView } from "../../platform/jobs/list-long-operations.ts";
import type { ScheduleView } from "../../platform/jobs/list-schedules.ts";

/** Leaves out what is not known. */
function known<Values extends Record<string, unknown>>(
  values: Values,
): { [Key in keyof Values]?: NonNullable<Values[Key]> } {
  const filled = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(filled) as { [Key in keyof Values]?: NonNullable<Values[Key]> };
}

/** A long operation as pages show it. Its error may name values of records, so only who began it and admins see it. */
export function presentWork(work: LongOperationView): LongOperation {
  const { id, kind, state, done, counts, total, error, personId, changedById, queuedAt, undone } = work;
  return {
    id,
    kind,
    state,
    done,
    undone,
    counts: { ...counts },
    queuedAt: queuedAt.toISOString(),
    ...known({ total, error, personId, changedById }),
    ...known({ startedAt: work.startedAt?.toISOString(), finishedAt: work.finishedAt?.toISOString() }),
  };
}

/** A dead job as the admin's page shows it. */
export function presentDeadJob({ id, task, event, attempts, error, queuedAt, failedAt }: DeadJobView): DeadJob {
  return {
    id,
    task,
    attempts,
    error,
    queuedAt: queuedAt.toISOString(),
    failedAt: failedAt.toISOString(),
    ...known({ event }),
  };
}

/** A schedule as the admin's page shows it. */
export function presentSchedule({ name, lastDueAt, nextDueAt, run, error }: ScheduleView): ScheduleState {
  return {
    name,
    nextDueAt: nextDueAt.toISOString(),
    run,
    ...known({ lastDueAt: lastDueAt?.toISOString(), error }),
  };
}
