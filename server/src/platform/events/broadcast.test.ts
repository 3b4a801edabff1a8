import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import { waitUntil } from "../jobs/wait-until.ts";
import { broadcast, payloadOf } from "./broadcast.ts";
import type { BroadcastMessage } from "./broadcast.ts";
import { listenToBroadcasts } from "./listen-to-broadcasts.ts";
import type { Broadcasts } from "./listen-to-broadcasts.ts";

let database: TestDatabase;
let broadcasts: Broadcasts;
let heard: (BroadcastMessage | "gap")[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  broadcasts = await listenToBroadcasts(database.connection);
  broadcasts.listen({ onMessage: (message) => void heard.push(message), onGap: () => void heard.push("gap") });
});
beforeEach(() => void (heard = []));
afterAll(() => broadcasts.stop());

test("a message is heard when its transaction commits, and one that was rolled back never", async () => {
  const client = await database.pool.connect();
  await client.query("begin");
  await broadcast(client, { topic: "notification", personIds: ["a"], counts: { unread: 3 } });
  await client.query("rollback");
  await client.query("begin");
  await broadcast(client, { topic: "notification", personIds: ["b"], counts: { unread: 4 } });
  await client.query("commit");
  client.release();
  await waitUntil(() => heard.length > 0);
  expect(heard).toEqual([{ topic: "notification", personIds: ["b"], counts: { unread: 4 } }]);
});

test("a message that is too long loses its ids first, then its persons, and so concerns more", () => {
  const many = Array.from({ length: 300 }, () => database.house.newId());
  expect(JSON.parse(payloadOf({ topic: "lead", ids: many, personIds: ["a"] }))).toEqual({
    topic: "lead",
    personIds: ["a"],
  });
  expect(JSON.parse(payloadOf({ topic: "lead", ids: ["x"], personIds: many }))).toEqual({ topic: "lead" });
  expect(() => payloadOf({ topic: "x".repeat(9000) })).toThrow(RangeError);
});

test("what others send on the channel is passed over, and a listener that fails does not hold the next", async () => {
  const late: string[] = [];
  const endFailing = broadcasts.listen({
    onMessage() {
      throw new Error("no");
    },
  });
  const endLate = broadcasts.listen({ onMessage: ({ topic }) => void late.push(topic) });
  await database.pool.query("select pg_notify('tongzhou', 'not json'), pg_notify('tongzhou', '{\"topic\":1}')");
  await broadcast(database.pool, { topic: "session" });
  await waitUntil(() => late.length > 0);
  expect(late).toEqual(["session"]);
  endFailing();
  endLate();
  await broadcast(database.pool, { topic: "again" });
  await waitUntil(() => heard.length === 2);
  expect(late).toEqual(["session"]);
});

test("after a lost connection listeners are told of the gap, and hear what comes after it", async () => {
  await database.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tongzhou broadcasts'",
  );
  await waitUntil(() => heard.includes("gap"));
  await broadcast(database.pool, { topic: "back" });
  await waitUntil(() => heard.length > 1);
  expect(heard).toEqual(["gap", { topic: "back" }]);
});
