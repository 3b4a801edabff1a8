import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { pageOf, PageQuery } from "./paging.ts";

/**
 * `queued` waits for a worker, `stopping` ends after the batch it is in. `paused`, `stopped` and `failed` can be resumed
 * from where they are.
 */
export const LongOperationState = z.enum(["queued", "running", "paused", "stopping", "stopped", "done", "failed"]);
export type LongOperationState = z.infer<typeof LongOperationState>;

/** Work in batches: import, bulk edit, replay, hand-over. */
export const LongOperation = z.object({
  /** Also the id of its operation: what is undone is this. */
  id: z.uuid(),
  /** Key of its name in both languages, for example `imports.run`. */
  kind: z.string(),
  state: LongOperationState,
  done: z.int(),
  /** Absent while nobody knows how much there is. */
  total: z.int().optional(),
  /** What was done so far, by name: created, attached, rejected. */
  counts: z.record(z.string(), z.number()),
  /** The last error. While the state is `running` it is being tried again. */
  error: z.string().optional(),
  /** Who began it; absent when the house itself did. */
  personId: z.uuid().optional(),
  /** Who last paused, resumed or stopped it. */
  changedById: z.uuid().optional(),
  queuedAt: z.iso.datetime(),
  startedAt: z.iso.datetime().optional(),
  finishedAt: z.iso.datetime().optional(),
  /** Taken back; it cannot be resumed any more. */
  undone: z.boolean(),
});
export type LongOperation = z.infer<typeof LongOperation>;

/** A job that failed as often as it may, and waits for a person. */
export const DeadJob = z.object({
  id: z.string().regex(/^\d+$/),
  /** `event/<subscriber>`, `schedule/<name>`, or the name of the job. */
  task: z.string(),
  /** The event it brings, when it brings one. */
  event: z.string().optional(),
  attempts: z.int(),
  error: z.string(),
  queuedAt: z.iso.datetime(),
  failedAt: z.iso.datetime(),
});
export type DeadJob = z.infer<typeof DeadJob>;

/** How the job queue is doing. */
export const JobOverview = z.object({
  /** Processes whose heartbeat is at most ten seconds old. */
  processes: z.int(),
  /** Due and waiting for a worker. */
  waiting: z.int(),
  running: z.int(),
  /** Failed at least once, to be tried again. */
  retrying: z.int(),
  /** To be done at a later time. */
  later: z.int(),
  dead: z.int(),
  /** How long the oldest due job has been waiting. */
  oldestWaitingSeconds: z.number(),
  tasks: z.array(z.object({ task: z.string(), waiting: z.int(), running: z.int(), dead: z.int() })),
});
export type JobOverview = z.infer<typeof JobOverview>;

/** Something done again and again, by the clocks of the company. */
export const ScheduleState = z.object({
  /** `<capability>.<verb>`. */
  name: z.string(),
  /** The due moment that was acted on last; absent before the first. */
  lastDueAt: z.iso.datetime().optional(),
  nextDueAt: z.iso.datetime(),
  /** `dead`: the last run failed as often as it may. */
  run: z.enum(["idle", "waiting", "running", "dead"]),
  error: z.string().optional(),
});
export type ScheduleState = z.infer<typeof ScheduleState>;

const LongOperationParams = z.object({ id: z.uuid() });
const DeadJobParams = z.object({ id: DeadJob.shape.id });

export const listLongOperations = endpoint({
  id: "jobs.listLongOperations",
  method: "GET",
  path: "/long-operations",
  summary: "Long operations, the newest first: one's own, or everybody's with the grant.",
  query: PageQuery.extend({ open: z.stringbool().optional() }),
  response: pageOf(LongOperation),
});

export const readLongOperation = endpoint({
  id: "jobs.readLongOperation",
  method: "GET",
  path: "/long-operations/:id",
  summary: "One long operation and how far it is.",
  params: LongOperationParams,
  response: LongOperation,
});

export const pauseLongOperation = endpoint({
  id: "jobs.pauseLongOperation",
  method: "POST",
  path: "/long-operations/:id/pause",
  summary: "Pauses after the batch it is in.",
  params: LongOperationParams,
  response: LongOperation,
  errors: ["jobs.not_running"],
});

export const resumeLongOperation = endpoint({
  id: "jobs.resumeLongOperation",
  method: "POST",
  path: "/long-operations/:id/resume",
  summary: "Goes on from where it is.",
  params: LongOperationParams,
  response: LongOperation,
  errors: ["jobs.nothing_to_resume"],
});

export const stopLongOperation = endpoint({
  id: "jobs.stopLongOperation",
  method: "POST",
  path: "/long-operations/:id/stop",
  summary: "Stops after the batch it is in; what is done stays done.",
  params: LongOperationParams,
  response: LongOperation,
  errors: ["jobs.ended_already"],
});

export const readJobOverview = endpoint({
  id: "jobs.readOverview",
  method: "GET",
  path: "/jobs/overview",
  summary: "How many jobs wait, run, are tried again, and are dead.",
  response: JobOverview,
});

export const listDeadJobs = endpoint({
  id: "jobs.listDeadJobs",
  method: "GET",
  path: "/jobs/dead",
  summary: "Jobs that failed as often as they may, the latest first.",
  query: PageQuery,
  response: pageOf(DeadJob),
});

export const retryDeadJob = endpoint({
  id: "jobs.retryDeadJob",
  method: "POST",
  path: "/jobs/dead/:id/retry",
  summary: "Tries a dead job again, with all its attempts.",
  params: DeadJobParams,
  response: z.object({}),
});

export const dropDeadJob = endpoint({
  id: "jobs.dropDeadJob",
  method: "DELETE",
  path: "/jobs/dead/:id",
  summary: "Gives a dead job up.",
  params: DeadJobParams,
  response: z.object({}),
});

export const listSchedules = endpoint({
  id: "jobs.listSchedules",
  method: "GET",
  path: "/jobs/schedules",
  summary: "What is done again and again: when last, when next, and how the last run went.",
  response: z.array(ScheduleState),
});
