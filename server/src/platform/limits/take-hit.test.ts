import { beforeAll, describe, expect, test } from "vitest";
import { openPool } from "../database/open-pool.ts";
import { createTestDatabase } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import { TooMany } from "../problems/refusal.ts";
import { countHits, forgetHits, sweepHits, takeHit } from "./take-hit.ts";

const LIMIT = { name: "boats", hits: 5, seconds: 60 };
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});

describe("a limit", () => {
  test("lets so many through and says when to come again", async () => {
    const { house } = database;
    for (let count = 0; count < 5; count++) await takeHit(house, LIMIT, "陈浩");
    const refused = await takeHit(house, LIMIT, "陈浩").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TooMany);
    expect((refused as TooMany).retryAfter).toBeGreaterThan(0);
    await takeHit(house, LIMIT, "王倩");
  });

  test("of two processes is counted together", async () => {
    const other = openPool(database.connection, { max: 4 });
    try {
      const pools = [database.pool, other];
      const tries = Array.from({ length: 12 }, (_, count) =>
        takeHit({ pool: pools[count % 2] ?? other, clock: database.house.clock }, LIMIT, "赵磊").then(
          () => true,
          () => false,
        ),
      );
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(5);
    } finally {
      await other.end();
    }
  });

  test("slides: half a window later half of the hits still count", async () => {
    const { house } = database;
    house.clock.moveTo(new Date("2025-12-01T00:00:00.000Z"));
    for (let count = 0; count < 5; count++) await takeHit(house, LIMIT, "林晓");
    house.clock.advance(90_000);
    await takeHit(house, LIMIT, "林晓");
    await takeHit(house, LIMIT, "林晓");
    await expect(takeHit(house, LIMIT, "林晓")).rejects.toThrow(TooMany);
    house.clock.advance(120_000);
    await takeHit(house, LIMIT, "林晓");
  });

  test("keeps no name, and forgets on request and with age", async () => {
    const { house, pool } = database;
    await takeHit(house, LIMIT, "孙悦");
    expect(await countHits(house, LIMIT, "孙悦")).toBe(1);
    const { rows } = await pool.query("select bucket from rate_limit");
    expect(JSON.stringify(rows)).not.toContain("孙悦");
    await forgetHits(house, LIMIT, "孙悦");
    expect(await countHits(house, LIMIT, "孙悦")).toBe(0);
    house.clock.advance(3_600_000);
    await sweepHits(house, 600);
    expect((await pool.query("select 1 from rate_limit")).rowCount).toBe(0);
  });
});
