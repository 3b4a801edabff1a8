import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import type { Announcement } from "../ledger/context.ts";
import { operate } from "../ledger/operate.ts";
import { operationKind } from "../ledger/operation-kind.ts";
import { undoOperation } from "../ledger/undo/undo-operation.ts";
import { handleAnnouncement } from "./handle-announcement.ts";
import { subscribe } from "./subscription.ts";
import type { Subscription } from "./subscription.ts";

const SYSTEM = { kind: "system" } as const;
const LAUNCH = operationKind("boat.launch");
const LOG_TRIP = operationKind("trip.log");
const RUNS_AT_ONCE = 6;

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.pool.query(`
    create table boat (id uuid primary key, name text, operation_id uuid not null default current_operation());
    comment on table boat is 'kind: business. A boat of the tests.';
    create table trip (id uuid primary key, boat_id uuid not null, operation_id uuid not null default current_operation());
    comment on table trip is 'kind: business. What a subscriber of the tests writes.';
    select ledger.attach_all();`);
});

beforeEach(() => void (database.announced.length = 0));

/** Writes one trip for every boat that was launched. */
const logTrips = (subscriber: string, extra: Partial<Subscription> = {}): Subscription =>
  subscribe({
    event: "boat.launched",
    subscriber,
    kind: LOG_TRIP,
    async handle({ client, newId }, { ids }) {
      for (const boatId of ids) await client.query("insert into trip (id, boat_id) values ($1, $2)", [newId(), boatId]);
    },
    ...extra,
  });

async function launchBoat(): Promise<{ boatId: string; announcement: Announcement }> {
  const boatId = database.house.newId();
  await operate(database.house, { actor: SYSTEM, kind: LAUNCH, source: "command" }, async ({ client, emit }) => {
    await client.query("insert into boat (id) values ($1)", [boatId]);
    await emit("boat.launched", [boatId]);
  });
  const announcement = database.announced.at(-1);
  if (!announcement) throw new Error("nothing was announced");
  return { boatId, announcement };
}

async function tripsOf(boatId: string): Promise<number> {
  const { rows } = await database.pool.query("select from trip where boat_id = $1", [boatId]);
  return rows.length;
}

async function operationsCausedBy(operationId: string): Promise<unknown[]> {
  const { rows } = await database.pool.query("select kind, source from operation where cause_id = $1", [operationId]);
  return rows;
}

test("a handler runs in an operation of its own, caused by the one that announced", async () => {
  const { boatId, announcement } = await launchBoat();
  expect(await handleAnnouncement(database.house, logTrips("test.first"), announcement)).toBe("handled");
  expect(await tripsOf(boatId)).toBe(1);
  expect(await operationsCausedBy(announcement.operationId)).toEqual([{ kind: "trip.log", source: "job" }]);
});

test("an announcement delivered many times, also at the same moment, has effect once and leaves one operation", async () => {
  const { boatId, announcement } = await launchBoat();
  const subscription = logTrips("test.many");
  const deliver = () => handleAnnouncement(database.house, subscription, announcement);
  const outcomes = await Promise.all(Array.from({ length: RUNS_AT_ONCE }, deliver));
  expect(outcomes.filter((outcome) => outcome === "handled")).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === "seen")).toHaveLength(RUNS_AT_ONCE - 1);
  expect(await deliver()).toBe("seen");
  expect(await tripsOf(boatId)).toBe(1);
  expect(await operationsCausedBy(announcement.operationId)).toHaveLength(1);
});

test("another subscriber to the same event is not held by the first", async () => {
  const { boatId, announcement } = await launchBoat();
  await handleAnnouncement(database.house, logTrips("test.one"), announcement);
  await handleAnnouncement(database.house, logTrips("test.other"), announcement);
  expect(await tripsOf(boatId)).toBe(2);
});

test("a handler that fails leaves nothing, and the next run is not taken for a repetition", async () => {
  const { boatId, announcement } = await launchBoat();
  const works = logTrips("test.failing");
  const fails: Subscription = {
    ...works,
    async handle(context, announced) {
      await works.handle(context, announced);
      throw new Error("the pier is closed");
    },
  };
  await expect(handleAnnouncement(database.house, fails, announcement)).rejects.toThrow("the pier is closed");
  expect(await tripsOf(boatId)).toBe(0);
  expect(await handleAnnouncement(database.house, works, announcement)).toBe("handled");
  expect(await tripsOf(boatId)).toBe(1);
});

test("a handler with nothing to do leaves no operation and is not called again", async () => {
  const { announcement } = await launchBoat();
  let calls = 0;
  const idle = logTrips("test.idle", {
    async handle() {
      calls++;
      return "nothing";
    },
  });
  expect(await handleAnnouncement(database.house, idle, announcement)).toBe("handled");
  expect(await handleAnnouncement(database.house, idle, announcement)).toBe("seen");
  expect(calls).toBe(1);
  expect(await operationsCausedBy(announcement.operationId)).toEqual([]);
});

test("what was undone before its handler came is handled by doing nothing, also after it is redone", async () => {
  const { boatId, announcement } = await launchBoat();
  const undone = await undoOperation(database.house, {
    operationId: announcement.operationId,
    actor: SYSTEM,
    source: "web",
  });
  expect(await handleAnnouncement(database.house, logTrips("test.late"), announcement)).toBe("undone");
  if ("refused" in undone) throw new Error(undone.refused);
  await undoOperation(database.house, { operationId: undone.operationId, actor: SYSTEM, source: "web" });
  expect(await handleAnnouncement(database.house, logTrips("test.late"), announcement)).toBe("seen");
  expect(await tripsOf(boatId)).toBe(0);
  expect(await handleAnnouncement(database.house, logTrips("test.afterRedo"), announcement)).toBe("handled");
});

test("a handler of a follow-up does nothing when what it followed from was undone", async () => {
  const { announcement } = await launchBoat();
  const relay = logTrips("test.relay", { handle: ({ emit }, { ids }) => emit("boat.seen", ids) });
  await handleAnnouncement(database.house, relay, announcement);
  const followUp = database.announced.at(-1);
  if (followUp?.event !== "boat.seen") throw new Error("the follow-up was not announced");
  await undoOperation(database.house, { operationId: announcement.operationId, actor: SYSTEM, source: "web" });
  expect(await handleAnnouncement(database.house, logTrips("test.followUp"), followUp)).toBe("undone");
});

test("a handler waits for an undo that is under way, and then does nothing", async () => {
  const { boatId, announcement } = await launchBoat();
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const undoing = undoOperation(database.house, {
    operationId: announcement.operationId,
    actor: SYSTEM,
    source: "web",
    allow: () => held,
  });
  await sleep(100);
  let settled = false;
  const handling = handleAnnouncement(database.house, logTrips("test.waiting"), announcement).finally(
    () => (settled = true),
  );
  await sleep(200);
  expect(settled).toBe(false);
  goOn();
  await undoing;
  expect(await handling).toBe("undone");
  expect(await tripsOf(boatId)).toBe(0);
});

test("an undo waits for a handler that is under way, and takes back what it wrote", async () => {
  const { boatId, announcement } = await launchBoat();
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const works = logTrips("test.slow");
  const slow: Subscription = {
    ...works,
    async handle(context, announced) {
      await works.handle(context, announced);
      await held;
    },
  };
  const handling = handleAnnouncement(database.house, slow, announcement);
  await sleep(100);
  const undoing = undoOperation(database.house, {
    operationId: announcement.operationId,
    actor: SYSTEM,
    source: "web",
  });
  await sleep(100);
  goOn();
  expect(await handling).toBe("handled");
  await undoing;
  expect(await tripsOf(boatId)).toBe(0);
});
