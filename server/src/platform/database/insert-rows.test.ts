import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { insertNewRows, insertRows, insertTogether } from "./insert-rows.ts";
import { insertion } from "./insertion.ts";
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
  await database.pool.query("create table parcel (id int primary key, crate_id int not null references crate (id))");
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

test.each([1, 3, 250])("%i rows of each of two tables that refer to each other go in together", async (count) => {
  const client = await database.pool.connect();
  try {
    await client.query("begin");
    const crates = Array.from({ length: count }, (_, id) => ({
      id,
      label: `箱${id}`,
      packed_at: null,
      details: { id },
      heavy: false,
    }));
    await insertTogether(client, [
      insertion<Crate>("crate", COLUMNS, crates),
      insertion<Crate>("crate", COLUMNS, []),
      insertion<{ id: number; crate_id: number }>(
        "parcel",
        { id: "int", crate_id: "int" },
        crates.map(({ id }) => ({ id, crate_id: count - 1 - id })),
      ),
    ]);
    const { rows } = await client.query<{ label: string; parcel: number }>(
      "select c.label, p.id as parcel from crate as c join parcel as p on p.crate_id = c.id order by c.id",
    );
    expect(rows).toEqual(crates.map(({ id, label: written }) => ({ label: written, parcel: count - 1 - id })));
  } finally {
    await client.query("rollback");
    client.release();
  }
});

test("inserting nothing asks nothing of the database", async () => {
  const client = await database.pool.connect();
  await insertTogether(client, [insertion<{ id: number }>("no_such_table", { id: "int" }, [])]);
  client.release();
});
