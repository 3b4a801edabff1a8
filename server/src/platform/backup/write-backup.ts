import { once } from "node:events";
import { createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import { finished } from "node:stream/promises";
import { createGzip, type Gzip } from "node:zlib";
import type { Pool, PoolClient } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { ExplainedError } from "../config/explained-error.ts";
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  encodeFrame,
  type BackupFrame,
  type BackupHeader,
  type TableStart,
} from "./backup-frames.ts";
import { listPartitions, listSequences, listTables } from "./list-tables.ts";
import { quoteColumns, quoteName } from "./quote-name.ts";

export interface BackupSummary {
  readonly tables: number;
  readonly rows: number;
}

/** Fast: the server sends rows at a few hundred MB a second, and higher levels make the backup wait for zlib. */
const COMPRESSION = 3;

/**
 * Writes all rows of all our schemas to a file, as of one moment, while others go on working. The file appears under its
 * name when it is complete. It holds everything the database holds, secrets and sign-ins included.
 * @throws ExplainedError when the file exists, or the database was never migrated.
 */
export async function writeBackup(pool: Pool, file: string, now: Date): Promise<BackupSummary> {
  if (existsSync(file)) throw new ExplainedError(`${file} exists already; choose another name for the backup.`);
  const unfinished = `${file}.unfinished`;
  const client = await pool.connect();
  try {
    await client.query("begin transaction isolation level repeatable read, read only");
    const summary = await writeAll(client, unfinished, now);
    await client.query("commit");
    renameSync(unfinished, file);
    client.release();
    return summary;
  } catch (error) {
    rmSync(unfinished, { force: true });
    client.release(error as Error); // a COPY may still be under way on it
    throw error;
  }
}

async function writeAll(client: PoolClient, file: string, now: Date): Promise<BackupSummary> {
  const tables = await listTables(client);
  const header = await readHeader(client, tables.length, now);
  const gzip = createGzip({ level: COMPRESSION });
  const output = createWriteStream(file, { mode: 0o600, flags: "w" });
  gzip.pipe(output);
  // A full disk must end the writing of frames as well.
  output.on("error", (error) => gzip.destroy(error));
  const written = finished(output);
  written.catch(() => undefined); // awaited below; until then the frames meet the error
  await send(gzip, { kind: "header", header });
  let rows = 0;
  for (const table of tables) rows += await sendTable(client, gzip, table);
  await send(gzip, { kind: "sequences", sequences: await listSequences(client) });
  await send(gzip, { kind: "end", tables: tables.length });
  gzip.end();
  await written;
  return { tables: tables.length, rows };
}

async function readHeader(client: PoolClient, tables: number, now: Date): Promise<BackupHeader> {
  const { rows: found } = await client.query<{ migrated: boolean; postgres: number }>(
    `select to_regclass('public.migration') is not null as migrated,
            current_setting('server_version_num')::int as postgres`,
  );
  if (found[0]?.migrated !== true)
    throw new ExplainedError("There is nothing to back up: this database was never used.");
  const { rows: migrations } = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from public.migration order by name",
  );
  return {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    madeAt: now.toISOString(),
    postgres: found[0].postgres,
    migrations,
    partitions: await listPartitions(client),
    tables,
  };
}

async function sendTable(client: PoolClient, gzip: Gzip, table: TableStart): Promise<number> {
  await send(gzip, { kind: "table", table });
  const copy = client.query(copyTo(`copy ${quoteName(table)} (${quoteColumns(table.columns)}) to stdout`));
  for await (const bytes of copy) await send(gzip, { kind: "rows", bytes: bytes as Buffer });
  await send(gzip, { kind: "table end", rows: copy.rowCount });
  return copy.rowCount;
}

async function send(gzip: Gzip, frame: BackupFrame): Promise<void> {
  if (gzip.destroyed) throw gzip.errored ?? new Error("the backup file was closed");
  if (!gzip.write(encodeFrame(frame))) await once(gzip, "drain");
}
