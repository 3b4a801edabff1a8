import type { Connection } from "../database/open-pool.ts";
import type { House } from "../ledger/context.ts";
import { tasksOfSubscription } from "../events/handle-announcement.ts";
import type { Subscription } from "../events/subscription.ts";
import type { JobDefinition } from "./job-definition.ts";
import { silentJobLog } from "./job-log.ts";
import type { JobLog } from "./job-log.ts";
import { LaneKeeper } from "./lane-keeper.ts";
import { openLanePool } from "./lane-pool.ts";
import { tasksOfLongOperations } from "./tasks-of-long-operations.ts";
import type { LongOperationDefinition } from "./long-operation.ts";
import { releaseDeadWorkers } from "./release-dead-workers.ts";
import type { AttemptReport } from "./run-lane.ts";
import { ScheduleClock } from "./schedule-clock.ts";
import { settledWithin } from "./settled-within.ts";
import { taskOfSchedule } from "./schedule.ts";
import type { Schedule } from "./schedule.ts";
import { taskOfJob } from "./task.ts";
import type { LaneName, Task } from "./task.ts";
import { WorkerPresence } from "./worker-presence.ts";
import { describeError } from "../log/describe-error.ts";

/** How often each process looks for dead workers, due schedules, and lanes of its own that have ended. */
const LOOK_ROUND_EVERY_MS = 2000;
/** How long running jobs may take to end when the process stops; then they are given back. */
const STOP_LIMIT_MS = 15_000;
const CONCURRENCY: Readonly<Record<LaneName, number>> = { quick: 4, queued: 2, bulk: 2 };
const DEFAULT_TIME_ZONE = "Asia/Shanghai";

export interface JobsOptions {
  readonly house: House;
  /** For the connections of the workers, apart from the pool of the house: at most ten. */
  readonly connection: Connection;
  readonly jobs?: readonly JobDefinition[];
  readonly subscriptions?: readonly Subscription[];
  readonly schedules?: readonly Schedule[];
  readonly longOperations?: readonly LongOperationDefinition[];
  /** Jobs at once in each lane. */
  readonly concurrency?: Partial<Readonly<Record<LaneName, number>>>;
  /** The company's time zone, asked again each time. */
  readonly timeZone?: () => string | Promise<string>;
  readonly log?: JobLog;
  /** Told of every attempt, for metrics. */
  readonly observe?: (report: AttemptReport) => void;
}

export interface RunningJobs {
  /** The id of this process in `worker_process`. */
  readonly processId: string;
  /** Fetches nothing more; running jobs finish, or go back to the queue when they take too long. May be called twice. */
  stop(limitMilliseconds?: number): Promise<void>;
}

/**
 * Starts the job workers of this process. The database must have been through `migrate` and `migrateJobs`.
 * @throws when the database cannot be reached, or two things to be called have the same name.
 */
export async function startJobs(options: JobsOptions): Promise<RunningJobs> {
  const { house, connection, log = silentJobLog } = options;
  const processId = house.newId();
  const stopping = new AbortController();
  const tasks = gatherTasks(options);
  const lanePool = openLanePool(connection, (error) => {
    log.warn({ error: describeError(error) }, "a connection of the job workers broke");
    keeper.distrust();
  });
  const presence = new WorkerPresence(connection, processId, log);
  const timeZone = options.timeZone ?? (() => DEFAULT_TIME_ZONE);
  const schedules = new ScheduleClock(lanePool.pool, house.clock, options.schedules ?? [], timeZone);
  const keeper = new LaneKeeper({
    house,
    lanePool,
    presence,
    tasks,
    concurrency: { ...CONCURRENCY, ...options.concurrency },
    signal: stopping.signal,
    log,
    observe: options.observe ?? (() => undefined),
  });
  const rounds = [() => releaseDeadWorkers(lanePool.pool), () => keeper.tend(), () => schedules.fire()];

  const stop = async (limitMilliseconds: number): Promise<void> => {
    stopping.abort();
    const finished = await keeper.stop(limitMilliseconds);
    await presence.stop();
    // A job that was given back while it ran may still hold its connection; then the process ends it.
    const ended = lanePool.pool.end();
    if (finished) await settledWithin(ended, limitMilliseconds);
  };
  try {
    await presence.start();
    for (const round of rounds) await round();
  } catch (error) {
    await stop(STOP_LIMIT_MS);
    throw error;
  }
  void keepLooking(rounds, stopping.signal, log);
  let stopped: Promise<void> | undefined;
  return {
    processId,
    stop: (limitMilliseconds = STOP_LIMIT_MS) => (stopped ??= stop(limitMilliseconds)),
  };
}

function gatherTasks(options: JobsOptions): Task[] {
  const tasks = [
    ...(options.jobs ?? []).map(taskOfJob),
    ...(options.subscriptions ?? []).flatMap(tasksOfSubscription),
    ...(options.schedules ?? []).map(taskOfSchedule),
    ...tasksOfLongOperations(options.longOperations ?? []),
  ];
  const names = new Set<string>();
  for (const { name } of tasks) {
    if (names.has(name)) throw new Error(`two jobs are called ${name}`);
    names.add(name);
  }
  return tasks;
}

/** Each round has its own errors: while the database is away all of them fail, and all of them come back. */
async function keepLooking(
  rounds: readonly (() => Promise<unknown>)[],
  signal: AbortSignal,
  log: JobLog,
): Promise<void> {
  while (await pause(LOOK_ROUND_EVERY_MS, signal)) {
    for (const round of rounds) {
      if (signal.aborted) return;
      await round().catch((error: unknown) =>
        log.warn({ error: describeError(error) }, "looking after the jobs failed"),
      );
    }
  }
}

/** Waits; answers false at once when the signal is aborted. */
function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    const end = (goOn: boolean): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", aborted);
      resolve(goOn);
    };
    const aborted = (): void => end(false);
    const timer = setTimeout(() => end(true), milliseconds);
    signal.addEventListener("abort", aborted);
  });
}
