import type { Pool, PoolClient } from "pg";
import type { Clock } from "../clock.ts";
import { latestDue } from "./latest-due.ts";
import { queueJobs } from "./queue-jobs.ts";
import { taskNameOfSchedule } from "./schedule.ts";
import type { Schedule } from "./schedule.ts";

/** How many attempts a run of a schedule gets: the next run does the same anyway. */
const SCHEDULE_ATTEMPTS = 4;

/**
 * The schedules of this process. The library's own crontab knows UTC and the system clock only; these follow the clocks of
 * the company and the clock of the house.
 */
export class ScheduleClock {
  readonly #pool: Pool;
  readonly #clock: Clock;
  readonly #schedules: readonly Schedule[];
  readonly #timeZone: () => string | Promise<string>;
  /** The due moment that was last settled with the database, by this process. */
  readonly #settled = new Map<string, number>();

  constructor(pool: Pool, clock: Clock, schedules: readonly Schedule[], timeZone: () => string | Promise<string>) {
    const names = schedules.map(({ name }) => name);
    const twice = names.find((name, place) => names.indexOf(name) !== place);
    if (twice !== undefined) throw new Error(`two schedules are called ${twice}`);
    this.#pool = pool;
    this.#clock = clock;
    this.#schedules = schedules;
    this.#timeZone = timeZone;
  }

  /**
   * Queues a run of each schedule that became due since any process last looked. A schedule that was never seen before
   * begins now: what was due before it existed is not made up for.
   * @returns the names of the schedules queued by this call.
   */
  async fire(): Promise<string[]> {
    const timeZone = await this.#timeZone();
    const now = this.#clock.now();
    const due = this.#schedules
      .map(({ name, time, priority = "clocks" }) => ({ name, priority, at: latestDue(time, now, timeZone) }))
      .filter(({ name, at }) => at.getTime() > (this.#settled.get(name) ?? Number.NEGATIVE_INFINITY));
    if (due.length === 0) return [];
    const fired = await inTransaction(this.#pool, (client) => moveForward(client, due));
    for (const { name, at } of due) this.#settled.set(name, at.getTime());
    return fired;
  }
}

interface Due {
  readonly name: string;
  readonly priority: Schedule["priority"];
  readonly at: Date;
}

async function moveForward(client: PoolClient, due: readonly Due[]): Promise<string[]> {
  const moments = JSON.stringify(due.map(({ name, at }) => ({ name, at })));
  // Whoever moves the row acts; a second process waits for the row, finds it moved, and moves nothing.
  const { rows: moved } = await client.query<{ name: string }>(
    `update schedule_run as run
     set due_at = due.at
     from json_to_recordset($1) as due (name text, at timestamptz)
     where run.name = due.name and run.due_at < due.at
     returning run.name`,
    [moments],
  );
  await client.query(
    `insert into schedule_run (name, due_at)
     select name, at from json_to_recordset($1) as due (name text, at timestamptz)
     on conflict do nothing`,
    [moments],
  );
  const { rows: busy } = await client.query<{ key: string }>(
    "select key from graphile_worker._private_jobs where key = any($1) and locked_at is not null",
    [moved.map(({ name }) => taskNameOfSchedule(name))],
  );
  const stillRunning = new Set(busy.map(({ key }) => key));
  const ready = due.filter(
    ({ name }) => moved.some((row) => row.name === name) && !stillRunning.has(taskNameOfSchedule(name)),
  );
  await queueJobs(
    client,
    ready.map(({ name, priority }) => ({
      task: taskNameOfSchedule(name),
      key: taskNameOfSchedule(name),
      payload: {},
      priority: priority ?? "clocks",
      maxAttempts: SCHEDULE_ATTEMPTS,
    })),
  );
  return ready.map(({ name }) => name);
}

async function inTransaction<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((lost: Error) => (broken = lost));
    throw error;
  } finally {
    client.release(broken);
  }
}
