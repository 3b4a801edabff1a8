import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { systemClock } from "../clock.ts";
import { migrate } from "../database/migrate.ts";
import { openPool } from "../database/open-pool.ts";
import { listenToBroadcasts } from "../events/listen-to-broadcasts.ts";
import { broadcast } from "../events/broadcast.ts";
import { createIds } from "../ids.ts";
import type { House } from "../ledger/context.ts";
import { startTestCluster } from "../postgres/test-cluster.ts";
import type { TestCluster } from "../postgres/test-cluster.ts";
import { addJob } from "./add-job.ts";
import { defineJob } from "./job-definition.ts";
import { areJobsAlive, jobOverview } from "./job-overview.ts";
import { migrateJobs } from "./migrate-jobs.ts";
import { wakeWorkers } from "./release-dead-workers.ts";
import { startJobs } from "./start-jobs.ts";
import { waitUntil } from "./wait-until.ts";

// A cluster of its own: the one of the other tests must not be killed.

const Numbered = z.object({ number: z.number() });
const JOBS = 60;
const RESTARTS = 2;
const PATIENCE_MS = 60_000;

let cluster: TestCluster;
let house: House;

beforeAll(async () => {
  cluster = await startTestCluster();
  // Test clusters answer before they have written; here what was answered must be there after the kill.
  const admin = openPool(cluster.postgres.connection, { max: 1 });
  await admin.query(`alter database ${cluster.postgres.connection.database} set synchronous_commit = on`);
  await admin.end();
  const newId = createIds(systemClock);
  const pool = openPool(cluster.postgres.connection, { max: 12 });
  house = { pool, clock: systemClock, newId, announcer: { announce: async () => undefined } };
  await migrate(pool, newId);
  await migrateJobs(pool);
}, 60_000);

afterAll(async () => {
  await house.pool.end();
  await cluster.discard();
});

async function killDatabase(): Promise<void> {
  const ended = cluster.postgres.ended();
  process.kill(cluster.postgres.pid, "SIGKILL");
  await ended;
  await sleep(300);
  await cluster.postgres.restart();
}

test("workers, heartbeat and broadcasts come back by themselves when the database is killed under them", async () => {
  const done = new Set<number>();
  const kinds = (["quick", "queued", "bulk"] as const).map((lane) =>
    defineJob<z.infer<typeof Numbered>>({
      name: `test.${lane}`,
      payload: Numbered,
      priority: lane === "bulk" ? "bulk" : "interactive",
      ...(lane === "queued" ? { queue: "harbour" } : {}),
      async handle({ payload }) {
        await house.pool.query("select pg_sleep(0.02)");
        done.add(payload.number);
      },
    }),
  );
  const heard: string[] = [];
  const broadcasts = await listenToBroadcasts(cluster.postgres.connection);
  broadcasts.listen({ onMessage: ({ topic }) => void heard.push(topic), onGap: () => void heard.push("gap") });
  const jobs = await startJobs({ house, connection: cluster.postgres.connection, jobs: kinds });

  let number = 0;
  for (let restart = 0; restart < RESTARTS; restart++) {
    for (let added = 0; added < JOBS; added++) {
      const kind = kinds[added % kinds.length];
      if (kind) await addJob(house.pool, kind, { number: number++ });
    }
    await waitUntil(() => done.size > 5);
    await killDatabase();
    // Jobs that lost their connection wait for their back-off; a test does not.
    await waitUntil(async () => {
      await house.pool.query("update graphile_worker._private_jobs set run_at = now() where locked_at is null");
      await wakeWorkers(house.pool);
      return done.size === number;
    }, PATIENCE_MS);
    await waitUntil(() => areJobsAlive(house.pool));
  }
  expect(await jobOverview(house.pool)).toMatchObject({ dead: 0 });

  await waitUntil(() => heard.filter((word) => word === "gap").length === RESTARTS);
  await broadcast(house.pool, { topic: "afterwards" });
  await waitUntil(() => heard.includes("afterwards"));
  await broadcasts.stop();
  await jobs.stop();
}, 120_000);
