import { EventEmitter } from "node:events";
import { Logger, runTaskList } from "graphile-worker";
import type { JobHelpers, TaskList, WorkerEvents, WorkerPool } from "graphile-worker";
import type { Pool } from "pg";
import type { House } from "../ledger/context.ts";
import { finishQueuedJob } from "./finish-queued-job.ts";
import type { JobLog } from "./job-log.ts";
import { keepFetchedJobs } from "./keep-fetched-jobs.ts";
import type { LaneName, Task } from "./task.ts";
import { watchLaneHealth } from "./watch-lane-health.ts";
import { describeError } from "../log/describe-error.ts";

const POLL_EVERY_MS = 2000;
/** Jobs fetched ahead wait no longer than this behind slow ones, then they go back for others to take. */
const FETCHED_AHEAD_FOR_MS = 5000;
const FETCHED_AT_ONCE = 10;
const REPORT_TOGETHER_WITHIN_MS = 5;

/** What is told about every attempt, for logs and metrics. */
export interface AttemptReport {
  readonly task: string;
  readonly lane: LaneName;
  readonly outcome: "done" | "failed";
  readonly milliseconds: number;
  readonly attempt: number;
}

export interface LaneOptions {
  readonly house: House;
  readonly pool: Pool;
  readonly name: LaneName;
  readonly tasks: readonly Task[];
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly log: JobLog;
  readonly observe: (report: AttemptReport) => void;
}

/** The workers of one lane in this process. */
export interface Lane {
  readonly name: LaneName;
  /** By which the queue knows who holds a job. */
  readonly workerId: string;
  /** False when its workers have ended or hear nothing any more: then it must be replaced. */
  isWell(): boolean;
  /** Fetches nothing more, gives back what has not begun, and settles when the running jobs have ended. */
  stop(): Promise<void>;
}

/** Starts the workers of a lane. They begin to fetch as soon as the pool lets them. */
export function runLane(options: LaneOptions): Lane {
  const events = new EventEmitter() as WorkerEvents;
  const health = watchLaneHealth(events);
  keepFetchedJobs(events);
  const fetchesAhead = options.name === "quick";
  const workers: WorkerPool = runTaskList(
    {
      events,
      logger: loggerOf(options.log),
      concurrency: options.concurrency,
      pollInterval: POLL_EVERY_MS,
      noHandleSignals: true,
      preset: {
        worker: {
          // Without batching the library does not await its report, and a lost connection would end the process.
          completeJobBatchDelay: fetchesAhead ? REPORT_TOGETHER_WITHIN_MS : 0,
          failJobBatchDelay: 0,
          ...(fetchesAhead ? { localQueue: { size: FETCHED_AT_ONCE, ttl: FETCHED_AHEAD_FOR_MS } } : {}),
        },
      },
    },
    taskList(options),
    options.pool,
  );
  let ended = false;
  const over = workers.promise.then(
    () => void (ended = true),
    (error: unknown) => {
      ended = true;
      options.log.error({ lane: options.name, error: describeError(error) }, "the workers of a lane ended");
    },
  );
  return {
    name: options.name,
    workerId: workers.id,
    isWell: () => !ended && health.isWell(),
    async stop() {
      if (!ended && !health.isShuttingDown()) Promise.resolve(workers.gracefulShutdown()).catch(() => undefined);
      await over;
    },
  };
}

function taskList(options: LaneOptions): TaskList {
  return Object.fromEntries(
    options.tasks.map((task) => [
      task.name,
      (payload: unknown, helpers: JobHelpers) => runAttempt(options, task, payload, helpers),
    ]),
  );
}

async function runAttempt(options: LaneOptions, task: Task, payload: unknown, { job }: JobHelpers): Promise<void> {
  const { house, pool, signal, log, observe, name: lane } = options;
  const attempt = { jobId: job.id, number: job.attempts, isLast: job.attempts >= job.max_attempts, signal };
  const start = performance.now();
  const report = (outcome: AttemptReport["outcome"]): AttemptReport => {
    const milliseconds = performance.now() - start;
    return { task: task.name, lane, outcome, milliseconds, attempt: attempt.number };
  };
  try {
    await task.run(house, payload, attempt);
    if (lane === "queued") await finishQueuedJob(pool, job);
    observe(report("done"));
  } catch (error) {
    observe(report("failed"));
    log.error(
      { task: task.name, job: job.id, attempt: attempt.number, isLast: attempt.isLast, error: describeError(error) },
      "a job failed",
    );
    throw error;
  }
}

/** The library's own lines, warnings and up; a failed job is logged where it is run. */
function loggerOf(log: JobLog): Logger {
  return new Logger(() => (level, message, meta) => {
    if (meta && "failure" in meta) return;
    if (level === "error") log.error({}, message);
    if (level === "warning") log.warn({}, message);
  });
}
