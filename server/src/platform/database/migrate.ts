import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Pool, PoolClient } from "pg";
import { ExplainedError } from "../config/explained-error.ts";
import type { NewId } from "../ids.ts";
import { projectFolder } from "../project-folder.ts";

/** "TZ" and a number: every starting process takes this lock, so that one migrates and the others wait. */
const MIGRATION_LOCK = 845_701;

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Reads `db/migrations/NNNN-*.sql` in order. */
export async function readMigrations(folder = join(projectFolder(), "db", "migrations")): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/**
 * Brings a database to the newest schema, forward only; each migration in one transaction, inside an operation of kind
 * `migration` once the ledger exists.
 * @returns the names applied now.
 * @throws Error when an applied migration was changed since, or the database is ahead of this program.
 */
export async function migrate(pool: Pool, newId: NewId, migrations?: readonly Migration[]): Promise<string[]> {
  const wanted = migrations ?? (await readMigrations());
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const pending = pendingOf(wanted, await appliedMigrations(client));
    for (const migration of pending) await apply(client, migration, newId);
    return pending.map((migration) => migration.name);
  } finally {
    await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]).catch(() => undefined);
    client.release();
  }
}

/** How many migrations this program has that the database does not; 0 means ready. */
export async function countPendingMigrations(pool: Pool): Promise<number> {
  const client = await pool.connect();
  try {
    return pendingOf(await readMigrations(), await appliedMigrations(client)).length;
  } finally {
    client.release();
  }
}

async function appliedMigrations(client: PoolClient): Promise<Map<string, string>> {
  const exists = await client.query<{ found: boolean }>("select to_regclass('public.migration') is not null as found");
  if (!exists.rows[0]?.found) return new Map();
  const { rows } = await client.query<{ name: string; checksum: string }>("select name, checksum from migration");
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function pendingOf(wanted: readonly Migration[], applied: ReadonlyMap<string, string>): Migration[] {
  const known = new Set(wanted.map((migration) => migration.name));
  const ahead = [...applied.keys()].filter((name) => !known.has(name));
  if (ahead.length > 0) {
    throw new ExplainedError(
      `The database is newer than this program: it has ${ahead.toSorted().join(", ")}. Start the newer version.`,
    );
  }
  return wanted.filter((migration) => {
    const checksum = applied.get(migration.name);
    if (checksum !== undefined && checksum !== migration.checksum) {
      throw new ExplainedError(
        `${migration.name} was changed after this database went through it; add a new migration instead.`,
      );
    }
    return checksum === undefined;
  });
}

async function apply(client: PoolClient, migration: Migration, newId: NewId): Promise<void> {
  try {
    await client.query("begin");
    const ledger = await client.query<{ found: boolean }>(
      "select to_regclass('public.operation') is not null as found",
    );
    if (ledger.rows[0]?.found) await openMigrationOperation(client, migration.name, newId());
    await client.query(migration.sql);
    await client.query("select ledger.attach_all()");
    await client.query("insert into migration (name, checksum) values ($1, $2)", [migration.name, migration.checksum]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`migration ${migration.name} failed and changed nothing: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

async function openMigrationOperation(client: PoolClient, name: string, id: string): Promise<void> {
  await client.query(
    `insert into operation (id, kind, actor_kind, at, source, summary)
     values ($1, 'migration', 'system', date_trunc('milliseconds', now()), 'migration', jsonb_build_object('name', $2::text))`,
    [id, name],
  );
  await client.query("select ledger.ensure_months('change', now(), now())");
  await client.query(
    "select set_config('tongzhou.operation', $1, true), set_config('tongzhou.at', now()::text, true)",
    [id],
  );
}
