import { beforeAll, expect, test } from "vitest";
import { preparedStatement } from "./prepared-statement.ts";
import { createTestDatabase } from "./test-database.ts";
import type { TestDatabase } from "./test-database.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ migrations: "platform" });
});

const numbers = (count: number): number[] => Array.from({ length: count }, (_, number) => number);

test("what repeats with few values is prepared once a connection", async () => {
  const client = await database.pool.connect();
  try {
    const text = "select sum(one)::int as sum from unnest($1::int[]) as one";
    for (const count of [1, 2, 10]) {
      const { rows } = await client.query<{ sum: number }>(preparedStatement(client, text, [numbers(count)]));
      expect(rows).toEqual([{ sum: (count * (count - 1)) / 2 }]);
    }
    const kept = await client.query("select from pg_prepared_statements where statement = $1", [text]);
    expect(kept.rowCount).toBe(1);
  } finally {
    client.release();
  }
});

test("a long list is planned for what it is", async () => {
  const client = await database.pool.connect();
  const text = "select count(*) from unnest($1::int[], $2::text[])";
  expect(preparedStatement(client, text, [numbers(10), []])).toHaveProperty("name");
  expect(preparedStatement(client, text, [numbers(11), []])).not.toHaveProperty("name");
  client.release();
});

test("a connection keeps only so many, and those keep their names", async () => {
  const client = await database.pool.connect();
  const named = numbers(500).map((number) => preparedStatement(client, `select ${number}, $1::text`, ["a"]).name);
  const names = named.filter((name) => name !== undefined);
  expect(names.length).toBeGreaterThan(0);
  expect(names.length).toBeLessThan(500);
  expect(new Set(names).size).toBe(names.length);
  const again = numbers(500).map((number) => preparedStatement(client, `select ${number}, $1::text`, ["b"]).name);
  expect(again).toEqual(named);
  client.release();
});
