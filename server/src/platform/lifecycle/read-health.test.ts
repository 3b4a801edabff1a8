import { beforeAll, beforeEach, expect, test } from "vitest";
import { openPool } from "../database/open-pool.ts";
import { readMigrations } from "../database/migrate.ts";
import { createTestDatabase, type TestDatabase } from "../database/test-database.ts";
import { readHealth, type HealthSources } from "./read-health.ts";

let database: TestDatabase;
let migrationNames: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  migrationNames = (await readMigrations()).map((migration) => migration.name);
});

beforeEach(async () => {
  await database.pool.query("delete from worker_process");
});

function sources(changes: Partial<HealthSources> = {}): HealthSources {
  return { pool: database.pool, role: "all", migrationNames, ...changes };
}

async function beat(secondsAgo: number): Promise<void> {
  await database.pool.query(
    `insert into worker_process (id, worker_ids, lock_key, heartbeat_at)
     values (gen_random_uuid(), '{}', 1, now() - make_interval(secs => $1))`,
    [secondsAgo],
  );
}

test("with a heartbeat of the last ten seconds everything is ready", async () => {
  await beat(8);
  expect(await readHealth(sources())).toEqual({
    status: "ready",
    database: "ready",
    migrations: "ready",
    jobs: "ready",
  });
});

test("an old heartbeat makes the jobs, and so the whole, not ready", async () => {
  await beat(12);
  expect(await readHealth(sources())).toMatchObject({ status: "not ready", database: "ready", jobs: "not ready" });
});

test("the web role alone is ready and says that there are no jobs", async () => {
  expect(await readHealth(sources({ role: "web" }))).toMatchObject({ status: "ready", jobs: "none" });
  await beat(1);
  expect(await readHealth(sources({ role: "web" }))).toMatchObject({ status: "ready", jobs: "ready" });
});

test("a migration that the database has not been through is told", async () => {
  await beat(1);
  const health = await readHealth(sources({ migrationNames: [...migrationNames, "9999-later.sql"] }));
  expect(health).toMatchObject({ status: "not ready", migrations: "not ready", jobs: "ready" });
});

test("a database that does not answer is told, without an error", async () => {
  const nowhere = openPool({ host: "/nowhere" });
  expect(await readHealth(sources({ pool: nowhere }))).toEqual({
    status: "not ready",
    database: "not ready",
    migrations: "unknown",
    jobs: "unknown",
  });
  await nowhere.end();
});
