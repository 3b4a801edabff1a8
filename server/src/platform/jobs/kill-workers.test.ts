import { randomInt } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import { operate } from "../ledger/operate.ts";
import { beginLongOperation } from "./begin-long-operation.ts";
import { HARBOUR_SUBSCRIPTIONS, HARBOUR_TABLES, harbourAnnouncer, LAUNCH, PAINT, paintAll } from "./harbour.fixture.ts";
import { heldBy, killOne, seededRandom, spawnWorker } from "./kill-workers.fixture.ts";
import type { WorkerProcess } from "./kill-workers.fixture.ts";
import { jobOverview } from "./job-overview.ts";
import { readLongOperation } from "./list-long-operations.ts";
import { FREE_INTERRUPTIONS, releaseDeadWorkers } from "./release-dead-workers.ts";
import { waitUntil } from "./wait-until.ts";

const SYSTEM = { kind: "system" } as const;
/** Five in the suite; more when asked, for a long run. */
const KILLS = Number(process.env["TONGZHOU_KILLS"] ?? 5);
const WORKERS = 2;
const HITS_AT_LEAST = 0.8;
const LAUNCHES = 50 * KILLS;
const COATS = 220 * KILLS;
const TAKEN_OVER_WITHIN_MS = 8000;
const PATIENCE_MS = 60_000 + KILLS * 5000;
const TEST_LIMIT_MS = 2 * PATIENCE_MS;

let database: TestDatabase;
let workers: WorkerProcess[] = [];

beforeAll(async () => {
  database = await createTestDatabase({ announcer: harbourAnnouncer });
  await database.pool.query(HARBOUR_TABLES);
  workers = await Promise.all(Array.from({ length: WORKERS }, () => spawnWorker(database)));
}, 60_000);

afterAll(() => Promise.all(workers.map((worker) => worker.kill())));

let seed = 0;
let random = Math.random;
beforeEach(() => {
  seed = randomInt(2 ** 31);
  random = seededRandom(seed);
});

test(
  "workers killed at random moments: every subscriber has seen every boat exactly once, and nothing waits",
  async () => {
    const boats: string[] = [];
    for (let launch = 0; launch < LAUNCHES; launch++) {
      const ids = Array.from({ length: 1 + Math.floor(random() * 3) }, () => database.house.newId());
      boats.push(...ids);
      await operate(database.house, { actor: SYSTEM, kind: LAUNCH, source: "command" }, ({ emit }) =>
        emit("boat.launched", ids),
      );
    }
    let hits = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const { held } = await killOne(database, workers, random);
      if (held > 0) hits++;
    }
    await waitUntil(async () => isIdle(), PATIENCE_MS);
    const { rows } = await database.pool.query<{ subscriber: string; trips: number; boats: number }>(
      "select subscriber, count(*) as trips, count(distinct boat_id) as boats from trip group by subscriber order by subscriber",
    );
    const expected = HARBOUR_SUBSCRIPTIONS.map(({ subscriber }) => ({
      subscriber,
      trips: boats.length,
      boats: boats.length,
    }));
    expect(rows, `seed ${seed}`).toEqual(expected.toSorted((a, b) => (a.subscriber < b.subscriber ? -1 : 1)));
    expect(hits, `seed ${seed}`).toBeGreaterThanOrEqual(KILLS * HITS_AT_LEAST);
  },
  TEST_LIMIT_MS,
);

test(
  "a long operation whose workers are killed goes on from where it was: nothing twice, nothing left out",
  async () => {
    const { operationId: id } = await operate(
      database.house,
      { actor: SYSTEM, kind: PAINT, source: "command" },
      (context) =>
        beginLongOperation(context, paintAll, {
          request: { coats: COATS, batchSize: 10 },
          position: { next: 1 },
          total: COATS,
        }),
    );
    let hits = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const before = await readLongOperation(database.pool, id);
      const { held } = await killOne(database, workers, random);
      if (held > 0 && before?.state === "running") hits++;
    }
    await waitUntil(async () => (await readLongOperation(database.pool, id))?.state === "done", PATIENCE_MS);
    expect(await readLongOperation(database.pool, id)).toMatchObject({
      done: COATS,
      total: COATS,
      counts: { painted: COATS },
      error: undefined,
    });
    const { rows } = await database.pool.query<{ number: number }>("select number from coat order by id");
    expect(
      rows.map(({ number }) => number),
      `seed ${seed}`,
    ).toEqual(Array.from({ length: COATS }, (_, place) => place + 1));
    const batches = await database.pool.query("select from operation where parent_id = $1", [id]);
    expect(batches.rowCount).toBe(COATS / 10);
    expect(hits, `seed ${seed}`).toBeGreaterThanOrEqual(KILLS * HITS_AT_LEAST);
  },
  TEST_LIMIT_MS,
);

test("what a killed worker held is taken over by a living one within seconds, and its attempts do not count", async () => {
  for (let launch = 0; launch < 60; launch++) {
    const ids = [database.house.newId(), database.house.newId()];
    await operate(database.house, { actor: SYSTEM, kind: LAUNCH, source: "command" }, ({ emit }) =>
      emit("boat.launched", ids),
    );
  }
  await waitUntil(async () => (await heldBy(database)).size === WORKERS);
  const victim = workers.pop();
  await victim?.kill();
  expect((await heldBy(database)).get(victim?.processId ?? "")).toBeGreaterThan(0);
  await waitUntil(async () => !(await processIds()).includes(victim?.processId ?? ""), TAKEN_OVER_WITHIN_MS);
  expect(await jobOverview(database.pool)).toMatchObject({ retrying: 0, dead: 0 });
  await waitUntil(async () => isIdle(), PATIENCE_MS);
}, 60_000);

test("a job that kills its worker again and again ends as a dead job", async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  await releaseDeadWorkers(database.pool);
  const { rows } = await database.pool.query<{ id: string }>(
    "select id from graphile_worker.add_job('event/test.quick', '{}', max_attempts => 3)",
  );
  const id = rows[0]?.id;
  for (let death = 1; death <= FREE_INTERRUPTIONS + 3; death++) {
    // A process that fetched the job and died: nobody holds the lock in its row.
    await database.pool.query(
      "insert into worker_process (id, worker_ids, lock_key) values (gen_random_uuid(), array['pool-of-the-dead'], $1)",
      [death],
    );
    await database.pool.query(
      "update graphile_worker._private_jobs set attempts = attempts + 1, locked_by = 'pool-of-the-dead', locked_at = now() where id = $1",
      [id],
    );
    await releaseDeadWorkers(database.pool);
  }
  expect(await jobOverview(database.pool)).toMatchObject({ dead: 1, running: 0 });
});

async function processIds(): Promise<string[]> {
  const { rows } = await database.pool.query<{ id: string }>("select id from worker_process");
  return rows.map(({ id }) => id);
}

async function isIdle(): Promise<boolean> {
  const { rows } = await database.pool.query<{ count: number }>(
    "select count(*) as count from graphile_worker._private_jobs",
  );
  return rows[0]?.count === 0;
}
