import { beforeAll, expect, test } from "vitest";
import { compareCatalogues, describeCatalogue } from "./describe-catalogue.ts";
import { createTestDatabase } from "./test-database.ts";
import type { TestDatabase } from "./test-database.ts";

let database: TestDatabase;
let before: string[];

beforeAll(async () => {
  database = await createTestDatabase({ migrations: "platform" });
  await database.pool.query(`
    create table pier (id uuid primary key, name text collate "C" not null default '码头', depth int check (depth > 0));
    create index pier_name on pier (name);
    comment on table pier is 'kind: business. A pier.';
    create view published_pier as select id from pier;`);
  before = await describeCatalogue(database.pool);
});

test.each([
  ["a column", "alter table pier add column berth int"],
  ["a default", "alter table pier alter column name set default 'pier'"],
  ["a not null", "alter table pier alter column name drop not null"],
  ["a collation", 'alter table pier alter column name type text collate "zh-x-icu"'],
  ["a check", "alter table pier drop constraint pier_depth_check"],
  ["an index", "drop index pier_name"],
  ["a trigger", "create trigger t before truncate on pier for each statement execute function ledger.refuse('x')"],
  [
    "a function",
    "create or replace function ledger.refuse() returns trigger language plpgsql as 'begin return null; end'",
  ],
  ["a view", "create or replace view published_pier as select id from pier where depth > 1"],
  ["a comment", "comment on table pier is 'kind: business. Another pier.'"],
  ["an option", "alter table pier set (fillfactor = 50)"],
])("a difference in %s is seen", async (_what, sql) => {
  const client = await database.pool.connect();
  try {
    await client.query("begin");
    await client.query(sql);
    const after = await describeCatalogue(client as unknown as typeof database.pool);
    const { onlyLeft, onlyRight } = compareCatalogues(before, after);
    expect(onlyLeft.length + onlyRight.length).toBeGreaterThan(0);
  } finally {
    await client.query("rollback");
    client.release();
  }
});

test("the order in which columns were added makes no difference", async () => {
  await database.pool.query("create table a (x int, y int)");
  const first = await describeCatalogue(database.pool);
  await database.pool.query("drop table a; create table a (y int, x int)");
  expect(compareCatalogues(first, await describeCatalogue(database.pool))).toEqual({ onlyLeft: [], onlyRight: [] });
});
