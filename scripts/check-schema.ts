// What the database is (db/schema) and how it got there (db/migrations) must give the same database,
// and the types of the query layer must be those of that database. `--write` writes the types.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { systemClock } from "../server/src/platform/clock.ts";
import { compareCatalogues, describeCatalogue } from "../server/src/platform/database/describe-catalogue.ts";
import { migrate } from "../server/src/platform/database/migrate.ts";
import { openPool } from "../server/src/platform/database/open-pool.ts";
import type { Connection } from "../server/src/platform/database/open-pool.ts";
import { readSchemaFiles } from "../server/src/platform/database/read-schema-files.ts";
import { createIds } from "../server/src/platform/ids.ts";
import { startTestCluster } from "../server/src/platform/postgres/test-cluster.ts";
import { projectFolder } from "../server/src/platform/project-folder.ts";

const TYPES_FILE = join(projectFolder(), "server/src/platform/database/tables.generated.ts");

const cluster = await startTestCluster();
try {
  process.exitCode = (await checkSchema(cluster.postgres.connection)) ? 0 : 1;
} finally {
  await cluster.discard();
}

async function checkSchema(server: Connection): Promise<boolean> {
  const fromSchema = await makeDatabase(server, "from_schema");
  const fromMigrations = await makeDatabase(server, "from_migrations");
  try {
    await applySchemaFiles(fromSchema);
    await migrate(fromMigrations, createIds(systemClock));
    const difference = compareCatalogues(await describeCatalogue(fromSchema), await describeCatalogue(fromMigrations));
    for (const line of difference.onlyLeft) console.error(`only in db/schema: ${line}`);
    for (const line of difference.onlyRight) console.error(`only in db/migrations: ${line}`);
    const same = difference.onlyLeft.length + difference.onlyRight.length === 0;
    const typesAgree = await compareTypes({ ...server, database: "from_migrations" });
    if (same && typesAgree) console.log("db/schema, db/migrations and the generated types agree");
    return same && typesAgree;
  } finally {
    await Promise.all([fromSchema.end(), fromMigrations.end()]);
  }
}

async function makeDatabase(server: Connection, database: string): Promise<pg.Pool> {
  const admin = openPool(server, { max: 1 });
  await admin.query(`create database ${database}`);
  await admin.end();
  return openPool({ ...server, database }, { max: 2 });
}

/** Shipped rows (roles, grants) are written by migrations inside an operation; here only the shape counts. */
async function applySchemaFiles(pool: pg.Pool): Promise<void> {
  for (const { name, sql } of await readSchemaFiles()) {
    await pool.query(sql).catch((error: Error) => {
      throw new Error(`db/schema/${name}.sql: ${error.message}`, { cause: error });
    });
  }
  await pool.query("select ledger.attach_all()");
}

async function compareTypes(database: Connection): Promise<boolean> {
  const generated = await generateTypes(database);
  if (process.argv.includes("--write")) {
    await writeFile(TYPES_FILE, generated);
    console.log("wrote tables.generated.ts");
    return true;
  }
  const present = await readFile(TYPES_FILE, "utf8").catch(() => "");
  if (present === generated) return true;
  console.error(
    "tables.generated.ts is not what the database says; run: node --import tsx scripts/check-schema.ts --write",
  );
  return false;
}

/** The generator reads the host from the query part, which is how a socket folder fits an address. */
async function generateTypes({ host, user, password, port, database }: Connection): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tongzhou-types-"));
  const url = `postgres://${user}${password ? `:${String(password)}` : ""}@localhost:${port ?? 5432}/${database}?host=${encodeURIComponent(host ?? "")}`;
  const out = join(folder, "tables.ts");
  const options = {
    "--dialect": "postgres",
    "--url": url,
    "--default-schema": "public",
    "--exclude-pattern": "{migration,graphile_worker.*}",
    "--date-parser": "string",
    "--numeric-parser": "string",
    "--type-mapping": '{"int8":"number","timestamptz":"Instant","timestamp":"string","uuid":"string"}',
    "--custom-imports": '{"Instant":"./instant.ts#Instant"}',
    "--out-file": out,
  };
  const program = join(projectFolder(), "node_modules/kysely-codegen/dist/cli/bin.js");
  await promisify(execFile)(process.execPath, [program, ...Object.entries(options).flat()]);
  const text = await readFile(out, "utf8");
  await rm(folder, { recursive: true });
  return text.replace("export interface DB ", "export interface Tables ");
}
