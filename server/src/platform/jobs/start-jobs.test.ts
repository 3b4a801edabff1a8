import { setTimeout as sleep } from "node:timers/promises";
import { _allWorkerPools } from "graphile-worker/dist/main.js";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { createTestDatabase } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import { createAnnouncer } from "../events/create-announcer.ts";
import { subscribe } from "../events/subscription.ts";
import type { House } from "../ledger/context.ts";
import { operate } from "../ledger/operate.ts";
import { operationKind } from "../ledger/operation-kind.ts";
import { addJob } from "./add-job.ts";
import { dropDeadJob, listDeadJobs, retryDeadJob } from "./dead-jobs.ts";
import { defineJob } from "./job-definition.ts";
import type { JobRun } from "./job-definition.ts";
import { silentJobLog } from "./job-log.ts";
import { areJobsAlive, jobOverview } from "./job-overview.ts";
import { wakeWorkers } from "./release-dead-workers.ts";
import { startJobs } from "./start-jobs.ts";
import type { JobsOptions, RunningJobs } from "./start-jobs.ts";
import { waitUntil } from "./wait-until.ts";

const KIND = operationKind("boat.test");
const BACKLOG = 40;

let database: TestDatabase;
let running: RunningJobs[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});

beforeEach(async () => {
  await database.pool.query("delete from graphile_worker._private_jobs");
});

afterEach(async () => {
  await Promise.all(running.map((jobs) => jobs.stop()));
  running = [];
});

async function start(
  options: Omit<JobsOptions, "house" | "connection">,
  house: House = database.house,
): Promise<RunningJobs> {
  const jobs = await startJobs({ house, connection: database.connection, ...options });
  running.push(jobs);
  return jobs;
}

const Numbered = z.object({ number: z.number() });
type Numbered = z.infer<typeof Numbered>;

const numberedJob = (name: string, handle: (run: JobRun<Numbered>) => Promise<void>, queue?: string) =>
  defineJob<Numbered>({ name, payload: Numbered, priority: "interactive", handle, ...(queue ? { queue } : {}) });

/** Lets failed jobs be tried again now instead of after their back-off. */
async function skipBackOff(): Promise<void> {
  await database.pool.query("update graphile_worker._private_jobs set run_at = now() where locked_at is null");
  await wakeWorkers(database.pool);
}

test("a job that was added in a transaction runs when it commits, and one that was rolled back never", async () => {
  const seen: number[] = [];
  const job = numberedJob("test.note", async ({ payload }) => void seen.push(payload.number));
  await start({ jobs: [job] });
  const client = await database.pool.connect();
  await client.query("begin");
  await addJob(client, job, { number: 1 });
  await client.query("rollback");
  await client.query("begin");
  await addJob(client, job, { number: 2 });
  await client.query("commit");
  client.release();
  await waitUntil(() => seen.length > 0);
  await sleep(100);
  expect(seen).toEqual([2]);
});

test("a payload that is not what the job takes is refused where it is added", async () => {
  const job = numberedJob("test.refuse", async () => undefined);
  await expect(addJob(database.pool, job, { number: "one" } as unknown as Numbered)).rejects.toThrow("number");
});

test("a subscriber that fails does not hold the others, and is tried again until it works", async () => {
  const seen: string[] = [];
  let broken = true;
  const bad = subscribe({
    event: "boat.launched",
    subscriber: "test.bad",
    kind: KIND,
    async handle() {
      seen.push(broken ? "failed" : "bad");
      if (broken) throw new Error("the pier is closed");
    },
  });
  const good = subscribe({
    event: "boat.launched",
    subscriber: "test.good",
    kind: KIND,
    handle: async () => void seen.push("good"),
  });
  const subscriptions = [bad, good];
  const house = { ...database.house, announcer: createAnnouncer(subscriptions) };
  await start({ subscriptions }, house);
  const announce = () =>
    operate(house, { actor: { kind: "system" }, kind: KIND, source: "command" }, ({ emit }) =>
      emit("boat.launched", [house.newId()]),
    );
  for (let again = 0; again < 5; again++) await announce();
  await waitUntil(() => seen.filter((word) => word === "good").length === 5);
  expect(seen).not.toContain("bad");
  await waitUntil(async () => (await jobOverview(database.pool)).retrying === 5);
  broken = false;
  await skipBackOff();
  await waitUntil(() => seen.filter((word) => word === "bad").length === 5);
  await waitUntil(async () => (await jobOverview(database.pool)).retrying === 0);
});

test("a job that failed as often as it may is listed with its error, can be tried again, and given up", async () => {
  let attempts = 0;
  let works = false;
  const job = defineJob<Numbered>({
    name: "test.die",
    payload: Numbered,
    priority: "clocks",
    maxAttempts: 2,
    async handle({ payload, isLastAttempt }) {
      attempts++;
      if (!works) throw new Error(`no wind for ${payload.number}${isLastAttempt ? ", for ever" : ""}`);
    },
  });
  await start({ jobs: [job] });
  await addJob(database.pool, job, { number: 1 });
  await waitUntil(async () => (await jobOverview(database.pool)).retrying === 1);
  expect(await listDeadJobs(database.pool, { limit: 10 })).toEqual([]);
  await skipBackOff();
  await waitUntil(async () => (await jobOverview(database.pool)).dead === 1);
  const [dead] = await listDeadJobs(database.pool, { limit: 10 });
  expect(dead).toMatchObject({ task: "test.die", attempts: 2, error: "no wind for 1, for ever" });
  if (!dead) throw new Error("unreachable");

  works = true;
  expect(await retryDeadJob(database.pool, dead.id)).toBe(true);
  await waitUntil(() => attempts === 3);
  await waitUntil(async () => (await jobOverview(database.pool)).running === 0);
  expect(await listDeadJobs(database.pool, { limit: 10 })).toEqual([]);
  expect(await retryDeadJob(database.pool, dead.id)).toBe(false);

  works = false;
  await addJob(database.pool, job, { number: 2 });
  await waitUntil(async () => (await jobOverview(database.pool)).retrying === 1);
  await skipBackOff();
  await waitUntil(async () => (await jobOverview(database.pool)).dead === 1);
  const [second] = await listDeadJobs(database.pool, { limit: 10 });
  expect(await dropDeadJob(database.pool, second?.id ?? "0")).toBe(true);
  expect((await jobOverview(database.pool)).dead).toBe(0);
});

test("jobs of a named queue run one at a time over two processes, without pauses, and a later urgent one goes before a backlog", async () => {
  const order: number[] = [];
  let inside = 0;
  let most = 0;
  const job = numberedJob(
    "test.serial",
    async ({ payload }) => {
      most = Math.max(most, ++inside);
      await sleep(5);
      inside--;
      order.push(payload.number);
    },
    "harbour",
  );
  const backlog = { ...job, priority: "bulk" as const };
  for (let number = 1; number <= BACKLOG; number++) await addJob(database.pool, backlog, { number });
  await start({ jobs: [job] });
  await start({ jobs: [job] });
  await waitUntil(() => order.length > 3);
  await addJob(database.pool, job, { number: 0 });
  // Whoever finds the queue still locked sleeps for two seconds; then this backlog takes far longer than the patience here.
  await waitUntil(() => order.length === BACKLOG + 1, 10_000);
  expect(most).toBe(1);
  expect(order.indexOf(0)).toBeLessThan(BACKLOG - 5);
  expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: BACKLOG + 1 }, (_, number) => number));
});

test("bulk work does not hold what a person waits for", async () => {
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  let begun = 0;
  let quick = 0;
  const slow = defineJob<Numbered>({
    name: "test.bulk",
    payload: Numbered,
    priority: "bulk",
    async handle() {
      begun++;
      await held;
    },
  });
  const prompt = numberedJob("test.prompt", async () => void quick++);
  await start({ jobs: [slow, prompt] });
  for (let number = 0; number < BACKLOG; number++) await addJob(database.pool, slow, { number });
  await waitUntil(() => begun === 2);
  await addJob(database.pool, prompt, { number: 1 });
  await waitUntil(() => quick === 1);
  expect(begun).toBe(2);
  goOn();
});

test("two processes share the work and do each job once", async () => {
  const counts = new Map<number, number>();
  const job = numberedJob("test.share", async ({ payload }) => {
    counts.set(payload.number, (counts.get(payload.number) ?? 0) + 1);
    await sleep(2);
  });
  await start({ jobs: [job] });
  await start({ jobs: [job] });
  for (let number = 0; number < 200; number++) await addJob(database.pool, job, { number });
  await waitUntil(
    async () => counts.size === 200 && (await jobOverview(database.pool)).tasks.every(({ running: r }) => r === 0),
  );
  expect([...counts.values()].every((count) => count === 1)).toBe(true);
});

test("stopping waits for running jobs and leaves the rest in the queue as it was, without a word", async () => {
  const errors: string[] = [];
  const log = { ...silentJobLog, error: (_details: object, message: string) => void errors.push(message) };
  let begun = 0;
  let ended = 0;
  const job = numberedJob("test.stop", async () => {
    begun++;
    await sleep(200);
    ended++;
  });
  for (let number = 0; number < 30; number++) await addJob(database.pool, job, { number });
  const jobs = await start({ jobs: [job], log });
  await waitUntil(() => begun > 0);
  await jobs.stop();
  expect(errors).toEqual([]);
  expect(ended).toBe(begun);
  const { rows } = await database.pool.query("select attempts, locked_at from graphile_worker._private_jobs");
  expect(rows).toHaveLength(30 - ended);
  expect(rows.every((row) => row.attempts === 0 && row.locked_at === null)).toBe(true);
  expect(await database.pool.query("select from worker_process where id = $1", [jobs.processId])).toMatchObject({
    rowCount: 0,
  });
});

test("stopping gives back a job that takes too long, and tells it to hurry", async () => {
  let aborted = false;
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const job = numberedJob("test.long", async ({ signal }) => {
    signal.addEventListener("abort", () => (aborted = true));
    await held;
  });
  await addJob(database.pool, job, { number: 1 });
  const jobs = await start({ jobs: [job] });
  await waitUntil(async () => (await jobOverview(database.pool)).running === 1);
  await jobs.stop(200);
  expect(aborted).toBe(true);
  expect(await jobOverview(database.pool)).toMatchObject({ running: 0, waiting: 1, retrying: 0 });
  goOn();
});

test("workers that ended by themselves are replaced, and what they held is done", async () => {
  const seen: number[] = [];
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const job = numberedJob("test.revive", async ({ payload }) => {
    if (payload.number === 1) await held;
    seen.push(payload.number);
  });
  await addJob(database.pool, job, { number: 1 });
  const before = new Set(_allWorkerPools);
  await start({ jobs: [job] });
  await waitUntil(async () => (await jobOverview(database.pool)).running === 1);
  const [workers] = _allWorkerPools.filter((pool) => !before.has(pool));
  if (!workers) throw new Error("no workers were started");
  void workers.gracefulShutdown("as the library does when it cannot report");
  goOn();
  await addJob(database.pool, job, { number: 2 });
  await waitUntil(() => seen.length === 2);
  const { rows } = await database.pool.query<{ worker_ids: string[] }>("select worker_ids from worker_process");
  expect(rows.flatMap(({ worker_ids }) => worker_ids)).not.toContain(workers.id);
});

test("a job that was fetched over a connection that broke before its row arrived is done all the same", async () => {
  const seen: number[] = [];
  const job = numberedJob("test.lost", async ({ payload }) => void seen.push(payload.number));
  await start({ jobs: [job] });
  const fetched = `
    update graphile_worker._private_jobs
    set locked_at = now(), locked_by = (select worker_ids[1] from worker_process), attempts = 1`;
  const client = await database.pool.connect();
  await client.query("begin");
  await addJob(client, job, { number: 1 });
  await client.query(fetched);
  await client.query("commit");
  client.release();
  await sleep(300);
  expect(seen).toEqual([]);
  await database.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tongzhou jobs' and datname = current_database() limit 1",
  );
  await waitUntil(() => seen.length === 1);
});

test("health sees the heartbeat of a living process and not that of a stopped one", async () => {
  await waitUntil(async () => !(await areJobsAlive(database.pool)));
  const jobs = await start({ jobs: [numberedJob("test.alive", async () => undefined)] });
  expect(await areJobsAlive(database.pool)).toBe(true);
  await database.pool.query("update worker_process set heartbeat_at = now() - interval '11 seconds'");
  expect(await areJobsAlive(database.pool)).toBe(false);
  await waitUntil(() => areJobsAlive(database.pool), 5000);
  await jobs.stop();
  expect(await areJobsAlive(database.pool)).toBe(false);
});
