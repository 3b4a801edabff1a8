import { createHash, randomBytes } from "node:crypto";
import { afterAll } from "vitest";
import type { Pool } from "pg";
import { migrateJobs } from "../jobs/migrate-jobs.ts";
import { movableClock } from "../clock.ts";
import type { MovableClock } from "../clock.ts";
import { createIds } from "../ids.ts";
import type { Announcement, House } from "../ledger/context.ts";
import { migrate, readMigrations } from "./migrate.ts";
import type { Migration } from "./migrate.ts";
import { openPool } from "./open-pool.ts";
import type { Connection } from "./open-pool.ts";

/** The tests' clock stands here unless a test moves it: a Friday morning, 9:24 in Shanghai, the moment of the mock-ups. */
export const TEST_MORNING = new Date("2025-11-21T01:24:00.000Z");

/** The first migration is the house alone; later ones may belong to capabilities. */
const PLATFORM_MIGRATIONS = "0001-";

/** One migrator of the template at a time, whichever test process comes first. */
const TEMPLATE_LOCK = 845_702;

export interface TestDatabase {
  readonly house: House & { readonly clock: MovableClock };
  readonly connection: Connection;
  readonly pool: Pool;
  /** What was announced by `emit`, in order; only when no announcer of its own was given. */
  readonly announced: Announcement[];
}

/** The cluster that vitest's global set-up started (`test-cluster.ts`), as connection settings. */
export function testCluster(): Connection {
  const settings = process.env["TONGZHOU_TEST_CLUSTER"];
  if (!settings)
    throw new Error("no test cluster: run the test through `npx vitest run`, whose global set-up starts one");
  return JSON.parse(settings) as Connection;
}

export interface TestDatabaseOptions extends Partial<Pick<House, "announcer">> {
  /** `platform`: only the ledger and the house's own tables, for tests that make a small world of their own. */
  readonly migrations?: "all" | "platform";
}

/**
 * A fresh database, cloned from a migrated template (about 50 ms) and dropped when the test file ends.
 * @param options.announcer - what `emit` does; by default announcements are kept in `announced`.
 */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const cluster = testCluster();
  const template = await prepareTemplate(cluster, options.migrations ?? "all");
  const database = `test_${randomBytes(8).toString("hex")}`;
  await administrate(cluster, (admin) => admin.query(`create database ${database} template ${template}`));
  const connection = { ...cluster, database };
  const pool = openPool(connection, { max: 8 });
  const clock = movableClock(TEST_MORNING);
  const announced: Announcement[] = [];
  const announcer = options.announcer ?? { announce: async (_client, said) => void announced.push(...said) };
  afterAll(async () => {
    await pool.end();
    await administrate(cluster, (admin) => admin.query(`drop database if exists ${database} with (force)`));
  });
  return { house: { pool, clock, newId: createIds(clock), announcer }, connection, pool, announced };
}

/** The template is named by what it was made from, so a changed migration makes a new one. */
async function prepareTemplate(cluster: Connection, wanted: "all" | "platform"): Promise<string> {
  const every = await readMigrations();
  const migrations =
    wanted === "all" ? every : every.filter((migration) => migration.name.startsWith(PLATFORM_MIGRATIONS));
  const sum = createHash("sha256");
  for (const migration of migrations) sum.update(migration.checksum);
  const name = `template_${sum.digest("hex").slice(0, 12)}`;
  await administrate(cluster, async (admin) => {
    const client = await admin.connect();
    try {
      await client.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
      const found = await client.query("select 1 from pg_database where datname = $1", [name]);
      if (found.rowCount === 0) await makeTemplate(cluster, admin, name, migrations);
    } finally {
      await client.query("select pg_advisory_unlock($1)", [TEMPLATE_LOCK]);
      client.release();
    }
  });
  return name;
}

/** Made under another name and renamed when complete, so that a killed run leaves no half template behind. */
async function makeTemplate(
  cluster: Connection,
  admin: Pool,
  name: string,
  migrations: readonly Migration[],
): Promise<void> {
  await admin.query(`drop database if exists ${name}_unfinished with (force)`);
  await admin.query(`create database ${name}_unfinished`);
  const pool = openPool({ ...cluster, database: `${name}_unfinished` }, { max: 2 });
  await migrate(pool, createIds(movableClock(TEST_MORNING)), migrations);
  await migrateJobs(pool);
  await pool.end();
  await admin.query(`alter database ${name}_unfinished rename to ${name}`);
}

async function administrate<Result>(cluster: Connection, work: (admin: Pool) => Promise<Result>): Promise<Result> {
  const admin = openPool({ ...cluster, database: "postgres" }, { max: 2 });
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
