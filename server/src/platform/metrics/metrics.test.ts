import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createTestDatabase } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import { createAnnouncer } from "../events/create-announcer.ts";
import { subscribe } from "../events/subscription.ts";
import { addJob } from "../jobs/add-job.ts";
import { defineJob } from "../jobs/job-definition.ts";
import { startJobs } from "../jobs/start-jobs.ts";
import type { RunningJobs } from "../jobs/start-jobs.ts";
import { waitUntil } from "../jobs/wait-until.ts";
import { operate } from "../ledger/operate.ts";
import { operationKind } from "../ledger/operation-kind.ts";
import { serveHealth } from "../lifecycle/serve-health.ts";
import { Metrics } from "./metrics.ts";
import { watchQueue } from "./watch-queue.ts";

const LAUNCH = operationKind("boat.launch_measured");

const subscriptions = [
  subscribe({ event: "boat.launched", subscriber: "test.paint", kind: LAUNCH, handle: async () => "nothing" }),
];
const sink = defineJob<{ phone: string }>({
  name: "test.sink",
  payload: z.object({ phone: z.string() }),
  priority: "bulk",
  maxAttempts: 1,
  async handle({ payload }) {
    throw new Error(`cannot call ${payload.phone}`);
  },
});

const metrics = new Metrics();
let database: TestDatabase;
let jobs: RunningJobs;

beforeAll(async () => {
  const announcer = createAnnouncer(subscriptions);
  database = await createTestDatabase({
    announcer: { ...announcer, committed: (event) => metrics.countAnnounced(event) },
  });
  metrics.watchPool(database.pool);
  watchQueue(metrics, database.pool);
  const { house, connection } = database;
  const observe = metrics.countAttempt.bind(metrics);
  jobs = await startJobs({ house, connection, subscriptions, jobs: [sink], observe });
});
afterAll(() => jobs.stop());

const read = (): Promise<string> => metrics.registry.metrics();
const launch = (fails: boolean): Promise<unknown> =>
  operate(database.house, { actor: { kind: "system" }, kind: LAUNCH, source: "job" }, async ({ emit, newId }) => {
    await emit("boat.launched", [newId()]);
    if (fails) throw new Error("aground");
  });

test("jobs, events, the queue and the pool are measured; what was rolled back was not announced", async () => {
  await launch(false);
  await expect(launch(true)).rejects.toThrow("aground");
  await addJob(database.pool, sink, { phone: "13812346021" });
  await waitUntil(async () => (await read()).includes('tongzhou_jobs{state="dead"} 1'));
  await waitUntil(async () => (await read()).includes("test.paint"));
  const text = await read();
  expect(text).toContain('tongzhou_events_announced_total{event="boat.launched"} 1');
  expect(text).toContain('tongzhou_events_handled_total{subscriber="test.paint",outcome="done"} 1');
  expect(text).toContain('tongzhou_job_attempts_total{task="event/test.paint",lane="quick",outcome="done"} 1');
  expect(text).toContain('tongzhou_job_attempts_total{task="test.sink",lane="bulk",outcome="failed"} 1');
  expect(text).toContain('tongzhou_job_seconds_count{lane="bulk",outcome="failed"} 1');
  expect(text).toContain('tongzhou_jobs{state="waiting"} 0');
  expect(text).toContain('tongzhou_job_workers{what="processes"} 1');
  expect(text).toMatch(/tongzhou_database_connections\{state="idle"\} \d/);
  expect(text).not.toContain("13812346021");
});

test("connections that are in use and waited for are told apart", async () => {
  const held = await Promise.all(Array.from({ length: 8 }, () => database.pool.connect()));
  const waiting = database.pool.query("select");
  const lonely = new Metrics();
  lonely.watchPool(database.pool);
  const text = await lonely.registry.metrics();
  for (const client of held) client.release();
  await waiting;
  expect(text).toContain('tongzhou_database_connections{state="busy"} 8');
  expect(text).toContain('tongzhou_database_connections{state="waited_for"} 1');
});

test("a worker tells its figures to this machine, and nothing to who comes through a proxy", async () => {
  const server = serveHealth(
    async () => ({ status: "ready", database: "ready", migrations: "ready", jobs: "ready" }),
    metrics,
  );
  const port = await freePort();
  await server.listen("127.0.0.1", port);
  const ask = (headers: Record<string, string>) => fetch(`http://127.0.0.1:${port}/api/metrics`, { headers });
  const [near, far] = [await ask({}), await ask({ "x-forwarded-for": "10.0.0.1" })];
  await server.close();
  expect([near.status, far.status]).toEqual([200, 404]);
  expect(await near.text()).toContain("tongzhou_job_attempts_total");
});

test("figures of the process are told while the database is away", async () => {
  const away = new Metrics();
  away.watch("tongzhou_jobs", "Jobs.", "state", () => Promise.reject(new Error("the database is away")));
  expect(await away.registry.metrics()).toContain("process_cpu_seconds_total");
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
