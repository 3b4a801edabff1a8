import { beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import { operate } from "../ledger/operate.ts";
import { operationKind } from "../ledger/operation-kind.ts";
import { BULK_FROM_IDS, createAnnouncer } from "./create-announcer.ts";
import { subscribe } from "./subscription.ts";

const KIND = operationKind("boat.announce");
const nothing = async (): Promise<"nothing"> => "nothing";
const score = subscribe({ event: "boat.launched", subscriber: "test.score", kind: KIND, handle: nothing });
const route = subscribe({
  event: ["boat.launched", "boat.sunk"],
  subscriber: "test.route",
  kind: KIND,
  queue: "harbour",
  handle: nothing,
});
const mail = subscribe({
  event: "boat.launched",
  subscriber: "test.mail",
  kind: KIND,
  priority: "clocks",
  handle: nothing,
});

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ announcer: createAnnouncer([score, route, mail]) });
});

const announce = (event: string, ids: readonly string[], fails = false) =>
  operate(database.house, { actor: { kind: "system" }, kind: KIND, source: "command" }, async ({ emit }) => {
    await emit(event, ids);
    if (fails) throw new Error("no");
  });

async function takeJobs(): Promise<unknown[]> {
  const { rows } = await database.pool.query(`
    select task_identifier as task, queue_name as queue, priority, max_attempts
    from graphile_worker.jobs
    order by task_identifier, id`);
  await database.pool.query("delete from graphile_worker._private_jobs");
  return rows;
}

const someIds = (count: number): string[] => Array.from({ length: count }, () => database.house.newId());

test("every subscriber of the event gets a job, with its priority and queue", async () => {
  await announce("boat.launched", someIds(1));
  expect(await takeJobs()).toEqual([
    { task: "event/test.mail", queue: null, priority: 5, max_attempts: 10 },
    { task: "event/test.route", queue: "harbour", priority: 0, max_attempts: 10 },
    { task: "event/test.score", queue: null, priority: 0, max_attempts: 10 },
  ]);
});

test("announcements of many records line up behind those of a few; in a named queue as the same task", async () => {
  await announce("boat.launched", someIds(BULK_FROM_IDS + 1));
  expect(await takeJobs()).toEqual([
    { task: "event/test.mail/bulk", queue: null, priority: 10, max_attempts: 10 },
    { task: "event/test.route", queue: "harbour", priority: 10, max_attempts: 10 },
    { task: "event/test.score/bulk", queue: null, priority: 10, max_attempts: 10 },
  ]);
});

test("more than a thousand records are announced by the thousand", async () => {
  await announce("boat.sunk", someIds(2500));
  expect(await takeJobs()).toHaveLength(3);
});

test("an operation that fails has announced nothing, and an event nobody hears queues nothing", async () => {
  await expect(announce("boat.launched", someIds(1), true)).rejects.toThrow("no");
  await announce("boat.painted", someIds(1));
  expect(await takeJobs()).toEqual([]);
});

test("the announcer knows which events are heard", () => {
  const { hears } = database.house.announcer;
  expect([hears?.("boat.sunk"), hears?.("boat.painted")]).toEqual([true, false]);
});

test("two subscribers of one name are refused, because one would be taken for a repetition of the other", () => {
  expect(() => createAnnouncer([score, { ...mail, subscriber: "test.score" }])).toThrow(
    "two subscribers are called test.score",
  );
});
