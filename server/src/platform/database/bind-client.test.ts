import { sql } from "kysely";
import type { Kysely } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { bindClient, keepPlan } from "./bind-client.ts";
import type { Tables } from "./tables.generated.ts";
import { createTestDatabase } from "./test-database.ts";
import type { TestDatabase } from "./test-database.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ migrations: "platform" });
});

const askOne = (tx: Kysely<Tables>, of: number) =>
  tx.executeQuery(keepPlan(sql<{ one: number }>`select ${of}::int / ${of}::int as one`.compile(tx)));

test("a kept plan is made once, whatever the parameters, and nothing else of the transaction is planned so", async () => {
  const client = await database.pool.connect();
  try {
    await client.query("begin");
    const tx = bindClient(client);
    for (const of of [1, 2, 3]) expect((await askOne(tx, of)).rows).toEqual([{ one: 1 }]);
    const { rows } = await client.query(
      "select generic_plans::int as once, custom_plans::int as anew from pg_prepared_statements where statement like '%as one'",
    );
    expect(rows).toEqual([{ once: 3, anew: 0 }]);
    expect((await client.query("show plan_cache_mode")).rows).toEqual([{ plan_cache_mode: "auto" }]);
    await client.query("commit");
  } finally {
    client.release();
  }
});

test("a kept plan that fails leaves the connection as it was", async () => {
  const client = await database.pool.connect();
  try {
    await client.query("begin");
    await expect(askOne(bindClient(client), 0)).rejects.toMatchObject({ code: "22012" });
    await client.query("rollback");
    expect((await client.query("show plan_cache_mode")).rows).toEqual([{ plan_cache_mode: "auto" }]);
  } finally {
    client.release();
  }
});
