import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeWorkerUtils } from "graphile-worker";
import { Client, type Pool } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { systemClock } from "../clock.ts";
import { ExplainedError } from "../config/explained-error.ts";
import { migrate, readMigrations } from "../database/migrate.ts";
import { openPool } from "../database/open-pool.ts";
import { createIds } from "../ids.ts";
import { migrateDatabase } from "../lifecycle/migrate-database.ts";
import { listSequences, listTables } from "./list-tables.ts";
import { quoteColumns, quoteName } from "./quote-name.ts";
import { restoreBackup } from "./restore-backup.ts";
import { markRestore, refuseUnfinishedRestore } from "./unfinished-restore.ts";
import { writeBackup } from "./write-backup.ts";

const cluster = inject("testPostgres");
const newId = createIds(systemClock);
const NOW = new Date("2025-11-21T01:24:00.000Z");
const AWKWARD = "制表\t换行\n反斜杠\\N 引号'\" 表情🚣 \\. 结尾";

const folder = mkdtempSync(join(tmpdir(), "tongzhou-backup-"));
const undo: (() => Promise<unknown>)[] = [];
let source: Pool;
let file: string;

beforeAll(async () => {
  source = await makeDatabase();
  await migrateDatabase(source, newId);
  await fill(source);
  file = join(folder, "company.backup");
  await writeBackup(source, file, NOW);
});

afterAll(async () => {
  for (const step of undo.toReversed()) await step();
  rmSync(folder, { recursive: true, force: true });
});

async function administrate(statement: string): Promise<void> {
  const admin = new Client({ ...cluster, database: "postgres" });
  await admin.connect();
  await admin.query(statement);
  await admin.end();
}

async function makeDatabase(owner = cluster.user): Promise<Pool> {
  const name = `backup_${randomBytes(6).toString("hex")}`;
  await administrate(`create database ${name} owner ${owner}`);
  const pool = openPool({ ...cluster, user: owner, database: name }, { max: 3, applicationName: name });
  undo.push(async () => {
    await pool.end();
    await administrate(`drop database ${name} with (force)`);
  });
  return pool;
}

/** Rows of every kind: a tree with keys into itself, images in partitions, bytes, jobs, a sequence far along. */
async function fill(pool: Pool): Promise<void> {
  const client = await pool.connect();
  await client.query("begin");
  const operation = newId();
  await client.query(
    "insert into operation (id, kind, actor_kind, at, source) values ($1, 'team.create', 'system', $2, 'command')",
    [operation, NOW],
  );
  await client.query("select set_config('tongzhou.operation', $1, true), set_config('tongzhou.at', $2, true)", [
    operation,
    NOW.toISOString(),
  ]);
  await client.query("select ledger.ensure_months('change', '2024-02-29', '2024-02-29')");
  await client.query("select ledger.ensure_months('change', $1, $1)", [NOW]);
  const parent = newId();
  await client.query("insert into team (id, name, parent_id) values ($1, '销售部', null), ($2, $3, $1)", [
    parent,
    newId(),
    AWKWARD,
  ]);
  await client.query("update team set name = name || ' 一组' where parent_id is not null");
  await client.query(
    "insert into change (at, operation_id, table_name, act, row_id) values ('2024-02-29', $1, 'team', 'd', $1)",
    [operation],
  );
  const [uploaded] = (
    await client.query<{ id: string }>(
      "insert into stored_file (id, name, media_type, purpose, created_at) values ($1, $2, 'text/csv', 'import', $3) returning id",
      [newId(), AWKWARD, NOW],
    )
  ).rows;
  await client.query("insert into file_chunk (file_id, position, bytes) values ($1, 0, $2)", [
    uploaded?.id,
    randomBytes(70_000),
  ]);
  await client.query("select setval(pg_get_serial_sequence('change', 'seq'), 9007199254740995)::text");
  await client.query("commit");
  client.release();
  const jobs = await makeWorkerUtils({ pgPool: pool });
  await jobs.addJob("route", { note: AWKWARD }, { jobKey: "路由", priority: 5 });
  await jobs.release();
}

/** Everything the tables hold, as text, row by row in order. */
async function everything(pool: Pool): Promise<Record<string, unknown>> {
  const client = await pool.connect();
  try {
    const found: Record<string, unknown> = { sequences: await listSequences(client) };
    for (const table of await listTables(client)) {
      const { rows } = await client.query<{ text: string }>(
        `select text
         from (select (row(${quoteColumns(table.columns)}))::text as text from ${quoteName(table)}) as listed
         order by text collate "C"`,
      );
      found[quoteName(table)] = rows.map((row) => row.text);
    }
    return found;
  } finally {
    client.release();
  }
}

async function constraintsOf(pool: Pool): Promise<unknown> {
  const { rows } = await pool.query(
    `select conrelid::regclass::text as place, conname::text, pg_get_constraintdef(oid) as definition, convalidated
     from pg_constraint where contype = 'f' order by 1, 2`,
  );
  return rows;
}

async function triggersOf(pool: Pool): Promise<unknown> {
  const { rows } = await pool.query(
    "select tgrelid::regclass::text as place, tgname::text, tgenabled from pg_trigger where not tgisinternal order by 1, 2",
  );
  return rows;
}

test("a database that was never used takes a backup and is then equal in every table, sequence, key and trigger", async () => {
  const target = await makeDatabase();
  const summary = await restoreBackup(file, { pool: target, newId, replace: false });
  expect(summary.rows).toBeGreaterThan(8);
  expect(await everything(target)).toEqual(await everything(source));
  expect(await constraintsOf(target)).toEqual(await constraintsOf(source));
  expect(await triggersOf(target)).toEqual(await triggersOf(source));
  expect(JSON.stringify(await everything(target))).toContain("9007199254740995");
});

test("a database that holds something is refused without --replace and replaced with it", async () => {
  const target = await makeDatabase();
  await migrateDatabase(target, newId);
  await fill(target);
  const before = await everything(target);
  await expect(restoreBackup(file, { pool: target, newId, replace: false })).rejects.toThrow("add --replace");
  expect(await everything(target)).toEqual(before);
  await restoreBackup(file, { pool: target, newId, replace: true });
  expect(await everything(target)).toEqual(await everything(source));
});

test("an owner without superuser's rights can back up and restore", async () => {
  const owner = `owner_${randomBytes(4).toString("hex")}`;
  await administrate(`create role ${owner} login`);
  undo.push(() => administrate(`drop role ${owner}`));
  const target = await makeDatabase(owner);
  await restoreBackup(file, { pool: target, newId, replace: false });
  expect(await everything(target)).toEqual(await everything(source));
  const again = join(folder, "again.backup");
  await writeBackup(target, again, NOW);
  await restoreBackup(again, { pool: target, newId, replace: true });
  expect(await everything(target)).toEqual(await everything(source));
});

test("a backup of an older level is loaded at its level and then migrated", async () => {
  const migrations = await readMigrations();
  const old = await makeDatabase();
  await migrate(old, newId, migrations.slice(0, 1));
  const oldFile = join(folder, "old.backup");
  await writeBackup(old, oldFile, NOW);
  const target = await makeDatabase();
  await migrateDatabase(target, newId);
  await fill(target);
  const summary = await restoreBackup(oldFile, { pool: target, newId, replace: true });
  expect(summary.migrated).toEqual(migrations.slice(1).map((migration) => migration.name));
  const { rows } = await target.query("select count(*)::int as count from team");
  expect(rows).toEqual([{ count: 0 }]);
});

test("a backup of a newer level is refused by the name of the migration", async () => {
  const target = await makeDatabase();
  const migrations = (await readMigrations()).slice(0, 1);
  await expect(restoreBackup(file, { pool: target, newId, replace: false, migrations })).rejects.toThrow(
    /newer Tongzhou: this one does not know the migration 0002-/,
  );
});

test("a damaged or cut-off file is refused before anything is touched", async () => {
  const target = await makeDatabase();
  await migrateDatabase(target, newId);
  await fill(target);
  const before = await everything(target);
  const whole = readFileSync(file);
  const cut = join(folder, "cut.backup");
  writeFileSync(cut, whole.subarray(0, whole.length - 40));
  const damaged = join(folder, "damaged.backup");
  const copy = Buffer.from(whole);
  copy.writeUInt8(copy.readUInt8(copy.length >> 1) ^ 0xff, copy.length >> 1);
  writeFileSync(damaged, copy);
  for (const bad of [cut, damaged, join(folder, "nowhere.backup")]) {
    await expect(restoreBackup(bad, { pool: target, newId, replace: true })).rejects.toBeInstanceOf(ExplainedError);
  }
  expect(await everything(target)).toEqual(before);
});

test("while another program is connected nothing is restored", async () => {
  const target = await makeDatabase();
  const { rows } = await target.query<{ name: string }>("select current_database()::text as name");
  const other = new Client({ ...cluster, database: rows[0]?.name ?? "", application_name: "tongzhou" });
  await other.connect();
  await expect(restoreBackup(file, { pool: target, newId, replace: false })).rejects.toThrow(
    "1 other connection uses the database.",
  );
  await other.end();
});

test("a restore that did not end is told to whoever starts the program, until it is run again", async () => {
  const target = await makeDatabase();
  await migrateDatabase(target, newId);
  const client = await target.connect();
  await markRestore(client);
  client.release();
  await expect(refuseUnfinishedRestore(target)).rejects.toThrow("A restore into this database began and did not end.");
  await restoreBackup(file, { pool: target, newId, replace: true });
  await expect(refuseUnfinishedRestore(target)).resolves.toBeUndefined();
});

test("a backup is readable by its owner only and never overwrites a file", async () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await expect(writeBackup(source, file, NOW)).rejects.toThrow("exists already");
});

test("a database that was never used has nothing to back up, and no file appears", async () => {
  const target = await makeDatabase();
  const nothing = join(folder, "nothing.backup");
  await expect(writeBackup(target, nothing, NOW)).rejects.toThrow("There is nothing to back up");
  expect(existsSync(nothing)).toBe(false);
  expect(existsSync(`${nothing}.unfinished`)).toBe(false);
});
