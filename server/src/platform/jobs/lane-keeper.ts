import type { House } from "../ledger/context.ts";
import type { JobLog } from "./job-log.ts";
import type { LanePool } from "./lane-pool.ts";
import { returnJobsOf } from "./release-dead-workers.ts";
import { runLane } from "./run-lane.ts";
import type { AttemptReport, Lane } from "./run-lane.ts";
import { settledWithin } from "./settled-within.ts";
import { LANES } from "./task.ts";
import type { LaneName, Task } from "./task.ts";
import type { WorkerPresence } from "./worker-presence.ts";
import { describeError } from "../log/describe-error.ts";

/** How long the remains of a lane that ended by itself may keep running before it is replaced all the same. */
const REMAINS_LIMIT_MS = 10_000;

export interface LaneKeeperOptions {
  readonly house: House;
  readonly lanePool: LanePool;
  readonly presence: WorkerPresence;
  readonly tasks: readonly Task[];
  readonly concurrency: Readonly<Record<LaneName, number>>;
  readonly signal: AbortSignal;
  readonly log: JobLog;
  readonly observe: (report: AttemptReport) => void;
}

/**
 * Keeps the lanes of this process running. When the database goes away while jobs are being reported, all workers of a
 * lane can end while the library stays quiet (graphile/worker #592); such a lane is replaced.
 */
export class LaneKeeper {
  readonly #options: LaneKeeperOptions;
  #lanes: Lane[] = [];
  #suspects: ReadonlySet<Lane> = new Set();
  #stopping = false;

  constructor(options: LaneKeeperOptions) {
    this.#options = options;
  }

  /** Starts the lanes that have tasks and do not run, after clearing away those that are not well. */
  async tend(): Promise<void> {
    if (this.#stopping) return;
    const broken = this.#lanes.filter((lane) => this.#suspects.has(lane) || !lane.isWell());
    if (broken.length > 0) await this.#clearAway(broken);
    const running = new Set(this.#lanes.map(({ name }) => name));
    const missing = LANES.filter((name) => !running.has(name) && this.#tasksOf(name).length > 0);
    if (missing.length > 0) await this.#launch(missing);
  }

  /**
   * To be called when a connection of the workers broke: a lane may have fetched jobs whose rows never arrived. The queue
   * says it has them, it does not know, and nobody would look after them for four hours. So the lanes are replaced.
   */
  distrust(): void {
    this.#suspects = new Set(this.#lanes);
  }

  async #clearAway(broken: readonly Lane[]): Promise<void> {
    const { log, lanePool } = this.#options;
    log.warn(
      { lanes: broken.map(({ name }) => name) },
      "the workers of a lane ended or lost a connection and are started anew",
    );
    await Promise.all(broken.map((lane) => settledWithin(lane.stop(), REMAINS_LIMIT_MS)));
    await returnJobsOf(
      lanePool.pool,
      broken.map(({ workerId }) => workerId),
    );
    this.#lanes = this.#lanes.filter((lane) => !broken.includes(lane));
  }

  /**
   * Ends all lanes: running jobs may finish within the limit, the rest goes back to the queue.
   * @returns false when jobs had to be given back while they ran.
   */
  async stop(limitMilliseconds: number): Promise<boolean> {
    this.#stopping = true;
    const { lanePool, log } = this.#options;
    const finished = await settledWithin(Promise.all(this.#lanes.map((lane) => lane.stop())), limitMilliseconds);
    if (finished) return true;
    await returnJobsOf(
      lanePool.pool,
      this.#lanes.map(({ workerId }) => workerId),
    ).catch((error: unknown) => log.error({ error: describeError(error) }, "running jobs could not be given back"));
    return false;
  }

  /** Nobody fetches before all are registered: see `openLanePool`. */
  async #launch(names: readonly LaneName[]): Promise<void> {
    const { lanePool, presence } = this.#options;
    let open = (): void => undefined;
    let refuse = (_error: unknown): void => undefined;
    lanePool.holdUntil(
      new Promise<void>((resolve, reject) => {
        open = resolve;
        refuse = reject;
      }),
    );
    const launched = names.map((name) => this.#runLane(name));
    try {
      await presence.register([...this.#lanes, ...launched].map(({ workerId }) => workerId));
    } catch (error) {
      for (const lane of launched) void lane.stop();
      refuse(error);
      throw error;
    }
    this.#lanes = [...this.#lanes, ...launched];
    open();
    // The process was told to stop while these were being registered.
    if (this.#stopping) await Promise.all(launched.map((lane) => lane.stop()));
  }

  #runLane(name: LaneName): Lane {
    const { house, lanePool, concurrency, signal, log, observe } = this.#options;
    return runLane({
      house,
      pool: lanePool.pool,
      name,
      tasks: this.#tasksOf(name),
      concurrency: concurrency[name],
      signal,
      log,
      observe,
    });
  }

  #tasksOf(name: LaneName): Task[] {
    return this.#options.tasks.filter(({ lane }) => lane === name);
  }
}
