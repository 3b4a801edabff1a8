import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LIVE_PATH } from "@tongzhou/contract/live";
import { AccessDirectory } from "../access/access-directory.ts";
import { smallHouse } from "../access/small-house.fixture.ts";
import { Viewer } from "../access/viewer.ts";
import { createTestDatabase } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import { broadcast } from "../events/broadcast.ts";
import { listenToBroadcasts } from "../events/listen-to-broadcasts.ts";
import { Metrics } from "../metrics/metrics.ts";
import type { Doorkeeper } from "./http.ts";
import { serveLive } from "./serve-live.ts";
import { openTestHttp } from "./test-http.ts";
import type { TestHttp } from "./test-http.ts";

const people = smallHouse({ 陈浩: {}, 王倩: {} });
const signedOut = new Set<string>();
const doorkeeper: Doorkeeper = {
  async identify({ cookie }) {
    const person = people.snapshot.people.get(cookie ?? "");
    if (!person || signedOut.has(person.id)) return undefined;
    return { viewer: new Viewer(people.snapshot, person), sessionId: person.id };
  },
};

let database: TestDatabase;
let http: TestHttp;
let address: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const broadcasts = await listenToBroadcasts(database.connection);
  http = await openTestHttp({
    house: database.house,
    directory: new AccessDirectory(async () => people.snapshot),
    doorkeeper,
    register: (opened) => serveLive(opened.app, { broadcasts, doorkeeper, metrics: new Metrics() }),
  });
  address = await http.app.listen({ port: 0, host: "127.0.0.1" });
  afterAll(() => broadcasts.stop());
});

interface Listening {
  readonly status: number;
  heard(): string;
  /** Settles when the server has ended the stream. */
  readonly ended: Promise<void>;
  hangUp(): void;
}

async function listen(person: string): Promise<Listening> {
  const control = new AbortController();
  const answer = await fetch(address + LIVE_PATH, {
    headers: { cookie: `tongzhou=${person}` },
    signal: control.signal,
  });
  let text = "";
  const read = async (): Promise<void> => {
    for await (const chunk of answer.body ?? []) text += Buffer.from(chunk as Uint8Array).toString();
  };
  const ended = read().catch(() => undefined);
  return { status: answer.status, heard: () => text, ended, hangUp: () => control.abort() };
}

describe("live notices", () => {
  test("go to whom they concern, or to everybody, with ids and counts and nothing else", async () => {
    const [chenhao, wangqian] = [await listen(people.ids.陈浩), await listen(people.ids.王倩)];
    await broadcast(database.pool, { topic: "notification", personIds: [people.ids.陈浩], counts: { unread: 3 } });
    await broadcast(database.pool, { topic: "longOperation", ids: ["7"] });
    await expect.poll(() => wangqian.heard()).toContain("longOperation");
    await expect.poll(() => chenhao.heard()).toContain("longOperation");
    expect(chenhao.heard()).toContain('data: {"topic":"notification","counts":{"unread":3}}\n\n');
    expect(chenhao.heard()).toContain('data: {"topic":"longOperation","ids":["7"]}\n\n');
    expect(wangqian.heard()).not.toContain("notification");
    chenhao.hangUp();
    wangqian.hangUp();
  });

  test("are for people who are signed in", async () => {
    expect((await fetch(address + LIVE_PATH)).status).toBe(401);
  });

  test("end when the session ends, and the browser is told not to come back", async () => {
    const wangqian = await listen(people.ids.王倩);
    signedOut.add(people.ids.王倩);
    await broadcast(database.pool, { topic: "signIn" });
    await wangqian.ended;
    expect(wangqian.heard()).toContain("event: signed-out");
    expect(wangqian.heard()).not.toContain("signIn");
    signedOut.clear();
  });

  test("are not opened without end by one browser", async () => {
    const streams = [];
    for (let count = 0; count < 7; count++) streams.push(await listen(people.ids.陈浩));
    expect(streams.map((stream) => stream.status)).toEqual([200, 200, 200, 200, 200, 200, 204]);
    streams[0]?.hangUp();
    await wait(100);
    const next = await listen(people.ids.陈浩);
    expect(next.status).toBe(200);
    for (const stream of [...streams, next]) stream.hangUp();
  });

  test("do not hold up the end of the server, nor do connections that were opened ahead", async () => {
    const chenhao = await listen(people.ids.陈浩);
    const ahead = connect(Number(new URL(address).port), "127.0.0.1");
    await once(ahead, "connect");
    ahead.on("error", () => undefined); // being cut off is what it is here for
    const cut = new Promise((resolve) => ahead.once("close", resolve));
    await http.app.close();
    await chenhao.ended;
    await cut;
  });
});
