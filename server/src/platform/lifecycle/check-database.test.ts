import { Client } from "pg";
import { afterAll, expect, inject, test } from "vitest";
import { checkDatabase, placeOf } from "./check-database.ts";
import { judgeDatabase } from "./judge-database.ts";
import { startTransactionPooler } from "./transaction-pooler.fixture.ts";

const cluster = inject("testPostgres");
const suffix = `${process.pid}_${Date.now().toString(36)}`;
const made: string[] = [];

afterAll(async () => {
  await administrate(...made.toReversed());
});

async function administrate(...statements: string[]): Promise<void> {
  const admin = new Client({ ...cluster, database: "postgres" });
  await admin.connect();
  for (const statement of statements) await admin.query(statement);
  await admin.end();
}

function urlOf(user: string, database: string): string {
  return `postgresql://${user}@/${database}?host=${encodeURIComponent(cluster.host)}&port=${cluster.port}`;
}

async function makeDatabase(name: string, options = ""): Promise<string> {
  await administrate(`create database ${name} ${options}`);
  made.push(`drop database ${name} with (force)`);
  return name;
}

test("a database with everything passes", async () => {
  await expect(checkDatabase(urlOf(cluster.user, cluster.database))).resolves.toBeUndefined();
});

test("a user without rights is told each missing right and the statement that gives it", async () => {
  const user = `guest_${suffix}`;
  const database = await makeDatabase(`guarded_${suffix}`);
  await administrate(`create role ${user} login`);
  made.unshift(`drop role ${user}`);
  const check = checkDatabase(urlOf(user, database));
  await expect(check).rejects.toThrow(`grant create on database ${database} to ${user};`);
  await expect(check).rejects.toThrow(`grant create on schema public to ${user};`);
  await expect(check).rejects.toThrow("create extension pg_trgm;");
});

test("a database in another encoding is refused by name", async () => {
  const database = await makeDatabase(
    `ascii_${suffix}`,
    "encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0",
  );
  await expect(checkDatabase(urlOf(cluster.user, database))).rejects.toThrow("this database has SQL_ASCII");
});

test("pooling by transaction is recognised and refused", async () => {
  const pooler = await startTransactionPooler({
    socketPath: `${cluster.host}/.s.PGSQL.${cluster.port}`,
    user: cluster.user,
    database: cluster.database,
  });
  try {
    const url = `postgresql://${cluster.user}@127.0.0.1:${pooler.port}/${cluster.database}`;
    await expect(checkDatabase(url)).rejects.toThrow("use session pooling, or connect to the server directly");
  } finally {
    await pooler.close();
  }
});

test("a server that does not answer is named without the password", async () => {
  const check = checkDatabase("postgresql://app:hunter2@127.0.0.1:9/crm");
  await expect(check).rejects.toThrow(
    "No connection to the database of DATABASE_URL (127.0.0.1:9/crm): nothing answers there.",
  );
  await expect(check).rejects.not.toThrow("hunter2");
});

test("a database that does not exist is said to", async () => {
  await expect(checkDatabase(urlOf(cluster.user, "nowhere"))).rejects.toThrow("that database does not exist");
});

test("an address that the driver cannot read is refused without repeating it", async () => {
  const check = checkDatabase("postgresql://app:hunter2@db:port/crm");
  await expect(check).rejects.toThrow("No connection to the database of DATABASE_URL (an address that cannot be read)");
  await expect(check).rejects.not.toThrow("hunter2");
});

test("a server older than 15 is refused with its version", () => {
  const fine = {
    versionNumber: 150_020,
    encoding: "UTF8",
    mayCreateSchemas: true,
    mayCreateInPublic: true,
    hasTrigrams: true,
    keepsSession: true,
    user: "app",
    database: "crm",
  };
  expect(judgeDatabase(fine)).toEqual([]);
  expect(judgeDatabase({ ...fine, versionNumber: 140_011 })).toEqual(["PostgreSQL 15 or newer is needed; this is 14."]);
  expect(judgeDatabase({ ...fine, mayCreateSchemas: false, database: "My CRM" })[0]).toContain('on database "My CRM"');
});

test("the place of a database is told without user and password", () => {
  expect(placeOf("postgresql://app:secret@db.example:5432/crm")).toBe("db.example:5432/crm");
  expect(placeOf("postgresql://app@/crm?host=/run/postgresql")).toBe("/run/postgresql, database crm");
});
