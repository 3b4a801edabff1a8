import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Pool, PoolClient } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

/** What imports write into; parts of the house that follow by jobs are not among them. */
const TABLES = [
  "account",
  "account_identifier",
  "contact",
  "identifier",
  "membership",
  "touch",
  "lead",
  "lifecycle_event",
  "judgement",
  "lead_score",
  "lead_clock",
  "funnel_lead",
  "assignment",
  "notification",
  "import_row",
];

/** Rows of every table that an import fills. */
export async function countRows(pool: Pool): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ name: string }>("select relname as name from pg_class where relname = any($1)", [
    TABLES,
  ]);
  const present = new Set(rows.map(({ name }) => name));
  const counts = new Map<string, number>();
  for (const name of TABLES.filter((table) => present.has(table))) {
    const counted = await pool.query<{ n: number }>(`select count(*)::int as n from ${name}`);
    counts.set(name, counted.rows[0]?.n ?? 0);
  }
  return counts;
}

/**
 * Yardstick A: COPY of the rows that an import wrote into copies of the same tables with the same indexes, checks and
 * foreign keys. The copy of `touch` is one table instead of months, and no copy has the ledger's triggers; both favour the
 * yardstick. @param since rows of the tables before the import. @returns milliseconds.
 */
export async function copyWrittenRows(pool: Pool, folder: string, since: ReadonlyMap<string, number>): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query("create schema yardstick");
    const written = await countRows(pool);
    const filled = [...written].filter(([name, rows]) => rows > (since.get(name) ?? 0)).map(([name]) => name);
    for (const name of filled) await dump(client, name, written.get(name)! - (since.get(name) ?? 0), folder);
    for (const name of filled) await copyTable(client, name);
    await client.query("checkpoint");
    const began = performance.now();
    for (const name of filled) {
      const sink = client.query(copyFrom(`copy yardstick.${name} from stdin`));
      await pipeline(createReadStream(`${folder}/${name}.copy`), sink);
    }
    return performance.now() - began;
  } finally {
    await client.query("drop schema if exists yardstick cascade");
    client.release();
  }
}

/** The last rows in the order in which they were written. */
async function dump(client: PoolClient, name: string, rows: number, folder: string): Promise<void> {
  const source = client.query(
    copyTo(`copy (select * from (select *, row_number() over () as written from ${name}) as numbered
      where written > (select count(*) from ${name}) - ${rows}) to stdout`),
  );
  await pipeline(source, createWriteStream(`${folder}/${name}.copy`));
}

async function copyTable(client: PoolClient, name: string): Promise<void> {
  await client.query(`create table yardstick.${name} (like ${name} including all)`);
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint
     where conrelid = $1::regclass and contype = 'f'`,
    [name],
  );
  for (const key of rows)
    await client.query(`alter table yardstick.${name} add constraint ${key.name} ${key.definition}`);
  await client.query(`alter table yardstick.${name} add column written bigint`);
}

/** Yardstick B: COPY of the rows of the file into one table with one index on phone. @returns milliseconds. */
export async function copyFile(pool: Pool, path: string, columns: readonly string[]): Promise<number> {
  const client = await pool.connect();
  try {
    const typed = columns.map((column) => `"${column}" text`).join(", ");
    await client.query(`create table yardstick_file (id bigint generated always as identity, ${typed})`);
    await client.query(`create index on yardstick_file (mobile)`);
    await client.query("checkpoint");
    const began = performance.now();
    const named = columns.map((column) => `"${column}"`).join(", ");
    const sink = client.query(copyFrom(`copy yardstick_file (${named}) from stdin (format csv, header)`));
    await pipeline(createReadStream(path), sink);
    return performance.now() - began;
  } finally {
    await client.query("drop table if exists yardstick_file");
    client.release();
  }
}
