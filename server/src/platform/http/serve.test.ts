import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { endpoint } from "@tongzhou/contract/endpoint";
import { changeOf } from "@tongzhou/contract/edit";
import { AccessDirectory } from "../access/access-directory.ts";
import { may } from "../access/viewer.ts";
import { createTestDatabase } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import { operationKind } from "../ledger/operation-kind.ts";
import { Refused } from "../problems/refusal.ts";
import { smallHouse } from "../access/small-house.fixture.ts";
import { serveOpen } from "./serve-open.ts";
import { serveRead } from "./serve-read.ts";
import { serveWrite } from "./serve-write.ts";
import { openTestHttp } from "./test-http.ts";
import type { TestHttp } from "./test-http.ts";

const BOAT = operationKind("boat.launch");

const Boat = z.object({ id: z.uuid(), name: z.string(), berth: z.object({ number: z.int() }).nullable() });
const boats = {
  list: endpoint({
    id: "boats.list",
    method: "GET",
    path: "/boats",
    summary: "Boats.",
    query: z.object({ limit: z.coerce.number().int().min(1).max(5).default(2) }),
    response: z.array(Boat),
  }),
  launch: endpoint({
    id: "boats.launch",
    method: "POST",
    path: "/boats",
    summary: "Launches a boat.",
    body: z.object({ name: z.string().min(2).max(10), email: z.email().optional(), wish: changeOf(z.string()) }),
    response: Boat,
    errors: ["harbour_full"],
  }),
  lookout: endpoint({
    id: "boats.lookout",
    method: "GET",
    path: "/lookout",
    summary: "The sea.",
    response: z.object({ calm: z.boolean() }),
  }),
  clash: endpoint({ id: "boats.clash", method: "PUT", path: "/boats", summary: "Clashes.", response: z.object({}) }),
};

let database: TestDatabase;
let http: TestHttp;
let captain: string;
let passenger: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const people = smallHouse({ captain: { boat: "all" }, passenger: {} });
  captain = people.ids.captain;
  passenger = people.ids.passenger;
  const mayLaunch = (viewer: Parameters<typeof may>[0]): boolean => may(viewer, "boat", "launch");
  http = await openTestHttp({
    house: database.house,
    directory: new AccessDirectory(async () => people.snapshot),
    messages: [
      {
        zh: { harbour_full: { title: "港口已满" } },
        en: { harbour_full: { title: "The harbour is full", detail: "Wait for {count} boats to leave." } },
      },
    ],
    register(opened) {
      serveRead(opened, boats.list, {
        allow: () => true,
        handle: async (_context, { query }) =>
          Array.from({ length: query.limit }, (_, number) => ({
            id: captain,
            name: `舟${number}`,
            berth: number === 0 ? null : { number, secret: "under the bench" },
            owner: "陈浩 13812346021",
          })),
      });
      serveWrite(opened, boats.launch, {
        allow: mayLaunch,
        kind: BOAT,
        creates: "repeatable",
        async handle(context, { body }) {
          if (body.name === "full") throw new Refused("harbour_full", { count: 3 });
          if (body.name === "broken") throw new Error("the keel of 陈浩 broke");
          return { id: context.newId(), name: body.name, berth: null };
        },
      });
      serveWrite(opened, boats.clash, {
        allow: mayLaunch,
        kind: BOAT,
        async handle({ tx, newId }) {
          const role = sql`(id, code, name_zh, name_en) values (${newId()}, 'admin', '船长', 'Captain')`;
          await sql`insert into role ${role}`.execute(tx);
          return {};
        },
      });
      serveOpen(opened, boats.lookout, {
        everybodyBecause: "the sea belongs to everybody",
        handle: async () => ({ calm: true }),
      });
    },
  });
});

describe("who asks", () => {
  test("nobody is told to sign in before anything is parsed", async () => {
    const answer = await http.as(null).call(boats.launch, { body: { name: 1 } as never });
    expect(answer.status).toBe(401);
    expect(answer.problem.code).toBe("not_signed_in");
  });

  test("somebody without the grant is refused", async () => {
    const answer = await http.as(passenger).call(boats.launch, { body: { name: "晨光" } });
    expect(answer.status).toBe(403);
  });

  test("an open endpoint answers everybody", async () => {
    expect((await http.as(null).call(boats.lookout)).body).toEqual({ calm: true });
  });

  test("an API key may only what it lists", async () => {
    const body = { name: "晨光" };
    expect((await http.withKey(captain, ["boat.read"]).call(boats.launch, { body })).status).toBe(403);
    expect((await http.withKey(captain, ["boat.*"]).call(boats.launch, { body })).status).toBe(201);
    expect((await http.withKey(passenger, ["*.*"]).call(boats.launch, { body })).status).toBe(403);
  });

  test("registering without an access rule does not compile", () => {
    const neverCalled = (): void => {
      // @ts-expect-error -- `allow` is missing
      serveRead(opened, boats.list, { handle: async () => [] });
      // @ts-expect-error -- `allow` is missing
      serveWrite(opened, boats.clash, { kind: BOAT, handle: async () => ({}) });
      // @ts-expect-error -- the reason is missing
      serveOpen(opened, boats.lookout, { handle: async () => ({ calm: true }) });
    };
    expect(neverCalled).toBeTypeOf("function");
  });
});

describe("answers", () => {
  test("hold the fields of the contract and nothing else", async () => {
    const answer = await http.as(passenger).call(boats.list, { query: { limit: 2 } });
    expect(answer.body).toEqual([
      { id: captain, name: "舟0", berth: null },
      { id: captain, name: "舟1", berth: { number: 1 } },
    ]);
  });

  test("of a write carry the operation", async () => {
    const answer = await http.as(captain).call(boats.launch, { body: { name: "晨光" } });
    const { rows } = await database.pool.query("select kind, actor_id, source from operation where id = $1", [
      answer.operationId,
    ]);
    expect(rows).toEqual([{ kind: "boat.launch", actor_id: captain, source: "web" }]);
  });

  test("name every wrong field by pointer, in the caller's language", async () => {
    const body = { name: "x", email: "nobody", wish: { from: "a" } } as never;
    const answer = await http.as(captain).call(boats.launch, { body });
    expect(answer.status).toBe(400);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(answer.problem.fields).toEqual([
      { pointer: "/name", code: "field.too_short", message: "至少 2 个字符" },
      { pointer: "/email", code: "field.email", message: "不是有效的邮箱地址" },
      { pointer: "/wish/to", code: "field.required", message: "必填" },
    ]);
  });

  test("name a wrong query parameter", async () => {
    const answer = await http.as(captain).call(boats.list, { query: { limit: 99 } });
    expect(answer.problem.fields).toMatchObject([{ pointer: "/query/limit", code: "field.too_large" }]);
  });

  test("say a refusal in words with its numbers", async () => {
    const answer = await http
      .as(null)
      .call(boats.launch, { body: { name: "full" } }, { cookie: `tongzhou=${captain}` });
    expect(answer.problem).toMatchObject({
      status: 422,
      code: "harbour_full",
      title: "港口已满",
      params: { count: 3 },
    });
  });

  test("speak English to a stranger who prefers it", async () => {
    const answer = await http.as(null).call(boats.list, {}, { "accept-language": "fr, en-GB;q=0.9, zh;q=0.1" });
    expect(answer.problem.title).toBe("Please sign in");
  });

  test("tell only a report id when it is our fault", async () => {
    const answer = await http.as(captain).call(boats.launch, { body: { name: "broken" } });
    expect(answer.status).toBe(500);
    expect(answer.problem.code).toBe("our_fault");
    expect(answer.problem.reportId).toBe(answer.headers["x-request-id"]);
    expect(JSON.stringify(answer.body)).not.toContain("keel");
    expect(answer.problem.detail).toContain(answer.problem.reportId);
  });

  test("turn a constraint that a race broke into words", async () => {
    const answer = await http.as(captain).call(boats.clash);
    expect(answer).toMatchObject({ status: 409, problem: { code: "already_exists" } });
  });

  test("refuse a body that is no JSON, and one that is too large", async () => {
    const { app } = http;
    const headers = { cookie: `tongzhou=${captain}`, "content-type": "application/json" };
    const common = {
      method: "POST",
      url: "/api/boats",
      headers: { ...headers, host: "x", origin: "http://x" },
    } as const;
    const broken = await app.inject({ ...common, payload: "{" });
    expect([broken.statusCode, JSON.parse(broken.payload).code]).toEqual([400, "unreadable_body"]);
    const large = await app.inject({ ...common, payload: JSON.stringify({ name: "x".repeat(1024 * 1024) }) });
    expect([large.statusCode, JSON.parse(large.payload).code]).toEqual([413, "body_too_large"]);
    const form = await app.inject({
      ...common,
      headers: { ...common.headers, "content-type": "application/x-www-form-urlencoded" },
      payload: "name=1",
    });
    expect([form.statusCode, JSON.parse(form.payload).code]).toEqual([415, "unreadable_body"]);
  });
});

describe("another site", () => {
  const body = { name: "晨光" };

  test("cannot make a browser write", async () => {
    const answer = await http.as(captain).call(boats.launch, { body }, { origin: "https://evil.example" });
    expect([answer.status, answer.problem.code]).toEqual([403, "foreign_origin"]);
    expect((await http.as(captain).call(boats.launch, { body }, { origin: "null" })).status).toBe(403);
  });

  test("is recognised by a session without any origin", async () => {
    const answer = await http.app.inject({
      method: "POST",
      url: "/api/boats",
      headers: { cookie: `tongzhou=${captain}` },
      payload: body,
    });
    expect(answer.statusCode).toBe(403);
  });

  test("may read nothing either, because no answer allows its origin", async () => {
    const answer = await http.as(captain).call(boats.list, {}, { origin: "https://evil.example" });
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  });

  test("is not somebody with a key, who needs no origin", async () => {
    const answer = await http.app.inject({
      method: "POST",
      url: "/api/boats",
      headers: { "x-api-key": `${captain} boat.launch` },
      payload: body,
    });
    expect(answer.statusCode).toBe(201);
  });
});
