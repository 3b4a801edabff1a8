import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { endpoint } from "@tongzhou/contract/endpoint";
import { AccessDirectory } from "../access/access-directory.ts";
import { smallHouse } from "../access/small-house.fixture.ts";
import { createTestDatabase } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import { operationKind } from "../ledger/operation-kind.ts";
import { Refused } from "../problems/refusal.ts";
import { serveWrite } from "./serve-write.ts";
import { openTestHttp } from "./test-http.ts";
import type { TestAnswer, TestHttp } from "./test-http.ts";

const BOAT = operationKind("boat.launch");
const body = z.object({ name: z.string() });
const boats = {
  launch: endpoint({
    id: "boats.launch",
    method: "POST",
    path: "/boats",
    summary: "Launches a boat.",
    body,
    response: z.object({ id: z.uuid(), name: z.string() }),
  }),
  christen: endpoint({
    id: "boats.christen",
    method: "POST",
    path: "/boats/names",
    summary: "Names a boat in secret.",
    body,
    response: z.object({ secret: z.string() }),
  }),
};

let database: TestDatabase;
let http: TestHttp;
let launches = 0;
const { snapshot, ids } = smallHouse({ captain: {}, mate: {} });
const { captain, mate } = ids;

beforeAll(async () => {
  database = await createTestDatabase();
  http = await openTestHttp({
    house: database.house,
    directory: new AccessDirectory(async () => snapshot),
    register(opened) {
      serveWrite(opened, boats.launch, {
        allow: () => true,
        kind: BOAT,
        creates: "repeatable",
        async handle(context, input) {
          if (input.body.name === "full") throw new Refused("harbour_full");
          if (input.body.name === "slow") await sql`select pg_sleep(0.3)`.execute(context.tx);
          launches += 1;
          return { id: context.newId(), name: input.body.name };
        },
      });
      serveWrite(opened, boats.christen, {
        allow: () => true,
        kind: BOAT,
        creates: "once",
        handle: async (_context, input) => ({ secret: `psst ${input.body.name}` }),
      });
    },
  });
});

describe("Idempotency-Key", () => {
  const launch = (key: string, name = "晨光", who = captain): Promise<TestAnswer> =>
    http.as(who).call(boats.launch, { body: { name } }, { "idempotency-key": key });

  test("answers a repetition with the first answer and does nothing again", async () => {
    const before = launches;
    const first = await launch("one");
    const again = await launch("one");
    expect(again.body).toEqual(first.body);
    expect(again.operationId).toBe(first.operationId);
    expect(again.headers["idempotent-replayed"]).toBe("true");
    expect(launches).toBe(before + 1);
  });

  test("lets seven at once through one by one: one does it, six answer the same", async () => {
    const before = launches;
    const answers = await Promise.all(Array.from({ length: 7 }, () => launch("at once", "slow")));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers.every((answer) => answer.status === 201)).toBe(true);
    expect(launches).toBe(before + 1);
  });

  test("refuses another body under the same key", async () => {
    await launch("two");
    expect(await launch("two", "夕阳")).toMatchObject({ status: 422, problem: { code: "key_with_other_body" } });
  });

  test("is one person's: the same key of somebody else is another", async () => {
    const first = await launch("three");
    const other = await launch("three", "晨光", mate);
    expect([first.status, other.status]).toEqual([201, 201]);
    expect(other.body.id).not.toBe(first.body.id);
  });

  test("does it again when the first attempt was refused", async () => {
    expect((await launch("four", "full")).status).toBe(422);
    expect((await launch("four", "晨光")).status).toBe(201);
  });

  test("is forgotten after a day", async () => {
    const first = await launch("five");
    database.house.clock.advance(24 * 3_600_000);
    const next = await launch("five");
    expect(next.status).toBe(201);
    expect(next.body.id).not.toBe(first.body.id);
  });

  test("keeps no secret: the repetition is refused, and nothing is in the database", async () => {
    const headers = { "idempotency-key": "six" };
    const first = await http.as(captain).call(boats.christen, { body: { name: "海鸥" } }, headers);
    expect(first.body.secret).toBe("psst 海鸥");
    const again = await http.as(captain).call(boats.christen, { body: { name: "海鸥" } }, headers);
    expect([again.status, again.problem.code]).toEqual([409, "secret_shown_once"]);
    const { rows } = await database.pool.query("select response::text as kept from idempotency_key where key = 'six'");
    expect(rows[0].kept).not.toContain("psst");
  });
});
