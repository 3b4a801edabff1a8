import type { Pool, PoolClient } from "pg";
import { ExplainedError } from "../config/explained-error.ts";
import { migrate, readMigrations, type Migration } from "../database/migrate.ts";
import type { NewId } from "../ids.ts";
import { migrateJobs } from "../jobs/migrate-jobs.ts";
import { isEmptyDatabase } from "../lifecycle/is-empty-database.ts";
import { migrateDatabase } from "../lifecycle/migrate-database.ts";
import { requireAlone } from "../lifecycle/require-alone.ts";
import { dropEverything } from "./drop-everything.ts";
import { loadBackup } from "./load-backup.ts";
import { readFrames, verifyBackup, type BackupContents } from "./read-backup.ts";
import { markRestore, unmarkRestore } from "./unfinished-restore.ts";

export interface RestoreOptions {
  readonly pool: Pool;
  readonly newId: NewId;
  /** Allowed to remove what is in the database now. */
  readonly replace: boolean;
  /** The migrations of this program; read from `db/migrations` unless given. */
  readonly migrations?: readonly Migration[];
}

export interface RestoreSummary {
  readonly madeAt: string;
  readonly tables: number;
  readonly rows: number;
  /** Migrations made after loading, where the backup is older than this program. */
  readonly migrated: readonly string[];
}

/**
 * Puts a backup into a database: checks the whole file, brings the schema to the backup's level, loads all rows in one
 * transaction, and migrates to the newest level. Nobody else may be connected.
 * @throws ExplainedError for a damaged or newer backup, a database that holds something, or programs that use it.
 */
export async function restoreBackup(file: string, options: RestoreOptions): Promise<RestoreSummary> {
  const { pool, newId } = options;
  const known = options.migrations ?? (await readMigrations());
  const contents = await verifyBackup(file);
  const level = levelOf(contents, known);
  await requireAlone(pool);
  if (!options.replace && !(await isEmptyDatabase(pool))) {
    throw new ExplainedError(
      "The database is not empty. To remove everything in it and put the backup in its place, add --replace.",
    );
  }
  if (!(await isAtLevel(pool, level))) {
    await withClient(pool, async (client) => {
      await client.query("begin");
      await dropEverything(client);
      await markRestore(client);
      await client.query("commit");
    });
    await migrate(pool, newId, level);
  }
  await migrateJobs(pool);
  await withClient(pool, async (client) => {
    await loadBackup(client, contents, readFrames(file));
    await unmarkRestore(client);
  });
  const migrated = await migrateDatabase(pool, newId);
  await pool.query("analyze");
  return { madeAt: contents.header.madeAt, tables: contents.header.tables, rows: contents.rows, migrated };
}

/** The migrations the backup has been through, as this program knows them; they are always its first ones. */
function levelOf({ header }: BackupContents, known: readonly Migration[]): readonly Migration[] {
  const level = known.slice(0, header.migrations.length);
  for (const [index, made] of header.migrations.entries()) {
    const ours = level[index];
    if (ours === undefined || ours.name !== made.name) {
      throw new ExplainedError(
        `The backup is of a newer Tongzhou: this one does not know the migration ${made.name}. Restore it with the newer version.`,
      );
    }
    if (ours.checksum !== made.checksum) {
      throw new ExplainedError(`The backup is of a Tongzhou whose migration ${made.name} differs from the one here.`);
    }
  }
  return level;
}

async function isAtLevel(pool: Pool, level: readonly Migration[]): Promise<boolean> {
  const { rows: found } = await pool.query<{ migrated: boolean }>(
    "select to_regclass('public.migration') is not null as migrated",
  );
  if (found[0]?.migrated !== true) return false;
  const { rows } = await pool.query<{ name: string; checksum: string }>(
    "select name, checksum from public.migration order by name",
  );
  return (
    rows.length === level.length &&
    rows.every((row, index) => row.name === level[index]?.name && row.checksum === level[index].checksum)
  );
}

async function withClient<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
}
