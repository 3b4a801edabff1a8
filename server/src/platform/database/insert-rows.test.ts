import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { insertNewRows, insertRows } from "./insert-rows.ts";
import { createTestDatabase } from "./test-database.ts";
import type { TestDatabase } from "./test-database.ts";

interface Crate {
  id: number;
  label: string | null;
  packed_at: Date | null;
  details: object | null;
  heavy: boolean;
}

const COLUMNS = { id: "int", label: "text", packed_at: "timestamptz", details: "jsonb", heavy: "boolean" } as const;

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ migrations: "platform" });
  await database.pool.query(
    "create table crate (id int primary key, label text, packed_at timestamptz(3), details jsonb, heavy boolean)",
  );
});

async function roundTrip(crates: readonly Crate[]): Promise<Crate[]> {
  const client = await database.pool.connect();
  try {
    await client.query("begin");
    await insertRows<Crate>(client, "crate", COLUMNS, crates);
    return (await client.query<Crate>("select * from crate order by id")).rows;
  } finally {
    await client.query("rollback");
    client.release();
  }
}

const label = fc.option(fc.string({ unit: "binary" }).filter((text) => !text.includes("\u0000")));

test.each([3, 250])("%i rows come back as they were written, whatever their text", async (count) => {
  await fc.assert(
    fc.asyncProperty(fc.array(label, { minLength: count, maxLength: count }), async (labels) => {
      const crates = labels.map((text, id) => ({
        id,
        label: text,
        packed_at: id % 3 === 0 ? null : new Date(1_700_000_000_000 + id),
        details: id % 2 === 0 ? null : { text: text ?? "无", list: [1, "二\t"] },
        heavy: id % 2 === 0,
      }));
      expect(await roundTrip(crates)).toEqual(crates);
    }),
    { numRuns: 20 },
  );
});

test("rows whose key is taken are passed over and counted out", async () => {
  const client = await database.pool.connect();
  try {
    await client.query("begin");
    const crate = (id: number): Crate => ({ id, label: "茶", packed_at: null, details: null, heavy: true });
    expect(await insertNewRows<Crate>(client, "crate", COLUMNS, [crate(1), crate(2)])).toBe(2);
    expect(await insertNewRows<Crate>(client, "crate", COLUMNS, [crate(2), crate(3)])).toBe(1);
  } finally {
    await client.query("rollback");
    client.release();
  }
});
