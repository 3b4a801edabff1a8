import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, TEST_MORNING } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import { ScheduleClock } from "./schedule-clock.ts";
import { defineSchedule } from "./schedule.ts";
import type { Schedule } from "./schedule.ts";
import { startJobs } from "./start-jobs.ts";
import type { RunningJobs } from "./start-jobs.ts";
import { waitUntil } from "./wait-until.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const PROCESSES = 4;

let database: TestDatabase;
let running: RunningJobs[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});

beforeEach(async () => {
  database.house.clock.moveTo(TEST_MORNING);
  await database.pool.query("delete from graphile_worker._private_jobs; delete from schedule_run");
});

afterEach(async () => {
  await Promise.all(running.map((jobs) => jobs.stop()));
  running = [];
});

const sweep = (handle: Schedule["handle"] = async () => undefined): Schedule =>
  defineSchedule({ name: "test.sweep", time: { at: "02:00" }, handle });

const clockOf = (schedules: readonly Schedule[]): ScheduleClock =>
  new ScheduleClock(database.pool, database.house.clock, schedules, () => "Asia/Shanghai");

async function queued(): Promise<number> {
  const { rows } = await database.pool.query("select from graphile_worker._private_jobs");
  return rows.length;
}

test("a schedule that is new begins now, and is due the next night", async () => {
  const clock = clockOf([sweep()]);
  expect(await clock.fire()).toEqual([]);
  database.house.clock.moveTo(new Date("2025-11-21T17:59:59Z"));
  expect(await clock.fire()).toEqual([]);
  database.house.clock.moveTo(new Date("2025-11-21T18:00:00Z"));
  expect(await clock.fire()).toEqual(["test.sweep"]);
  expect(await clock.fire()).toEqual([]);
  expect(await queued()).toBe(1);
});

test("each due moment is acted on once by all processes together", async () => {
  const clocks = Array.from({ length: PROCESSES }, () => clockOf([sweep()]));
  await Promise.all(clocks.map((clock) => clock.fire()));
  for (let night = 0; night < 5; night++) {
    database.house.clock.advance(DAY_MS);
    const fired = await Promise.all(clocks.map((clock) => clock.fire()));
    expect(fired.flat()).toEqual(["test.sweep"]);
    await database.pool.query("delete from graphile_worker._private_jobs");
  }
});

test("after a stop of a week it runs once, for the latest night", async () => {
  await clockOf([sweep()]).fire();
  database.house.clock.advance(7 * DAY_MS);
  const later = clockOf([sweep()]);
  expect(await later.fire()).toEqual(["test.sweep"]);
  expect(await later.fire()).toEqual([]);
});

test("a run that is still busy is not joined by a second, and one that still waits is replaced", async () => {
  const everyMinute = defineSchedule({ name: "test.tick", time: { everyMinutes: 1 }, handle: async () => undefined });
  const clock = clockOf([everyMinute]);
  await clock.fire();
  database.house.clock.advance(MINUTE_MS);
  expect(await clock.fire()).toEqual(["test.tick"]);
  database.house.clock.advance(MINUTE_MS);
  expect(await clock.fire()).toEqual(["test.tick"]);
  expect(await queued()).toBe(1);
  await database.pool.query(
    "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'somebody', attempts = 1",
  );
  database.house.clock.advance(MINUTE_MS);
  expect(await clock.fire()).toEqual([]);
  expect(await queued()).toBe(1);
});

test("with two processes running, a schedule runs once when its time comes", async () => {
  const runs: Date[] = [];
  const schedules = [sweep(async ({ house }) => void runs.push(house.clock.now()))];
  for (let process = 0; process < 2; process++) {
    running.push(await startJobs({ house: database.house, connection: database.connection, schedules }));
  }
  database.house.clock.advance(DAY_MS);
  await waitUntil(() => runs.length > 0);
  await waitUntil(async () => (await queued()) === 0);
  database.house.clock.advance(DAY_MS);
  await waitUntil(() => runs.length > 1);
  await Promise.all(running.map((jobs) => jobs.stop()));
  expect(runs).toHaveLength(2);
});

test("two schedules of one name are refused", () => {
  expect(() => clockOf([sweep(), sweep()])).toThrow("two schedules are called test.sweep");
});
