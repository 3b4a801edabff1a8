import type { PoolClient } from "pg";
import { beforeAll, expect, test } from "vitest";
import { lockValues } from "./lock-values.ts";
import { createTestDatabase } from "./test-database.ts";
import type { TestDatabase } from "./test-database.ts";

/** More values than there are buckets, so that all are taken. */
const MANY = Array.from({ length: 5_000 }, (_, number) => `phone +86138${number}`);
const LOCK_NOT_AVAILABLE = "55P03";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ migrations: "platform" });
});

async function beside(hold: (holder: PoolClient) => Promise<void>, ask: (asker: PoolClient) => Promise<void>) {
  const [holder, asker] = [await database.pool.connect(), await database.pool.connect()];
  try {
    await holder.query("begin");
    await hold(holder);
    await asker.query("begin");
    await asker.query("set local lock_timeout = '200ms'");
    await ask(asker);
  } finally {
    for (const client of [asker, holder]) {
      await client.query("rollback");
      client.release();
    }
  }
}

test("whoever holds a person's value keeps others from it until the end of the transaction", async () => {
  const waiting = beside(
    (holder) => lockValues(holder, "contact", ["phone +8613812345678"]),
    (asker) => lockValues(asker, "contact", ["phone +8613812345678"]),
  );
  await expect(waiting).rejects.toMatchObject({ code: LOCK_NOT_AVAILABLE });
});

test("an import that holds every company and goes on to people meets no bucket that a form has passed", async () => {
  await beside(
    (holder) => lockValues(holder, "account", MANY),
    (asker) => lockValues(asker, "contact", MANY),
  );
});
