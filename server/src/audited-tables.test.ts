import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "./app.ts";
import { createTestDatabase } from "./platform/database/test-database.ts";
import type { TestDatabase } from "./platform/database/test-database.ts";
import { auditedTables } from "./platform/ledger/audited-table.ts";

let database: TestDatabase;

beforeAll(async () => {
  // Loading the whole application is what makes every capability declare its tables.
  expect(createApp).toBeTypeOf("function");
  database = await createTestDatabase();
});

async function columnsOf(table: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>("select ledger.imaged_columns($1::regclass) as name", [
    table,
  ]);
  return rows.map(({ name }) => name);
}

describe("every business table", () => {
  test("says to which record its rows belong, so that no change is without a place to be seen", async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      `select relname as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
         and ledger.kind_of(oid) = 'business'
       order by relname`,
    );
    expect(
      auditedTables()
        .map(({ table }) => table)
        .toSorted(),
    ).toEqual(rows.map(({ name }) => name));
  });

  test("names columns that exist, parts of tables that are declared, and fields that its object governs", async () => {
    const declared = new Map(auditedTables().map((one) => [one.table, one]));
    for (const one of auditedTables()) {
      const named = [...(one.silent ?? []), ...Object.keys(one.governed ?? {})];
      if ("of" in one) named.push(...one.of.map(({ column }) => column));
      else if (one.title) named.push("column" in one.title ? one.title.column : one.title.through);
      expect(await columnsOf(one.table), one.table).toEqual(expect.arrayContaining(named));
      if ("of" in one) for (const { table } of one.of) expect([...declared.keys()]).toContain(table);
      else {
        const fields = Object.values(one.governed ?? {}).filter((field) => typeof field === "string");
        expect(Object.keys(one.object.fields)).toEqual(expect.arrayContaining(fields));
      }
    }
  });

  test("leaves no governed field of a record uncovered", () => {
    for (const one of auditedTables()) {
      if (!("object" in one)) continue;
      const parts = auditedTables().filter((part) => "of" in part && part.of.some(({ table }) => table === one.table));
      const covered = [one, ...parts].flatMap(({ governed }) => Object.values(governed ?? {}));
      const computed = covered.some((field) => typeof field === "function");
      const missing = Object.keys(one.object.fields).filter((field) => !covered.includes(field));
      if (!computed) expect(missing, one.table).toEqual([]);
    }
  });
});
