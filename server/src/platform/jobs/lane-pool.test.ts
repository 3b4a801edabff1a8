import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import { openLanePool } from "./lane-pool.ts";
import type { LanePool } from "./lane-pool.ts";

let database: TestDatabase;
let lanePool: LanePool;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => void (lanePool = openLanePool(database.connection, () => undefined)));
afterEach(() => lanePool.pool.end());

/** The three ways to use a pool; the workers listen by the second. */
const ways: Record<string, () => Promise<unknown>> = {
  "a promise": async () => (await lanePool.pool.connect()).release(),
  "a callback": () =>
    new Promise<void>((resolve, reject) =>
      lanePool.pool.connect((error, _client, release) => {
        if (error) return reject(error);
        release();
        resolve();
      }),
    ),
  "a query": () => lanePool.pool.query("select 1"),
};

test.each(Object.keys(ways))("nobody gets a connection by %s before the workers are registered", async (way) => {
  let register = (): void => undefined;
  lanePool.holdUntil(new Promise<void>((resolve) => (register = resolve)));
  let connected = false;
  const connecting = ways[way]?.().then(() => (connected = true));
  await sleep(100);
  expect(connected).toBe(false);
  register();
  await connecting;
  expect(connected).toBe(true);
});

test.each(Object.keys(ways))("who waits for a connection by %s is told when registering failed", async (way) => {
  lanePool.holdUntil(Promise.reject(new Error("not registered")));
  await expect(ways[way]?.()).rejects.toThrow("not registered");
});
