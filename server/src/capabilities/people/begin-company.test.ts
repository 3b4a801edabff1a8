import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { session } from "@tongzhou/contract/people-session";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { openPeople, peopleMessages, sessionRoutes } from "./index.ts";
import type { PeopleNeighbours } from "./index.ts";

let http: TestHttp;
let neighbours: PeopleNeighbours;

beforeEach(async () => {
  neighbours = {};
  const database = await createTestDatabase();
  const house = await openPeople(database.house, {
    readDemo: async (context) => (await neighbours.readDemo?.(context)) ?? null,
    readAwaiting: [async (context, ids) => (await neighbours.readAwaiting?.[0]?.(context, ids)) ?? new Map()],
  });
  afterAll(() => house.signIn.close());
  http = await openTestHttp({
    house: database.house,
    directory: house.signIn.directory,
    doorkeeper: house.signIn.doorkeeper,
    messages: [peopleMessages],
    register: (opened) => sessionRoutes(opened, house),
  });
});

const wish = {
  companyName: "蓝海精密仪器（苏州）有限公司",
  name: "顾晴",
  email: "guqing@lanhai-pi.cn",
  password: "lan-hai-2026!",
};

describe("the first run", () => {
  test("makes the company and an administrator who is signed in", async () => {
    expect((await http.as(null).call(session.showDoor)).body).toMatchObject({ state: "first_run", companyName: null });
    const answer = await http.as(null).call(session.firstRun, { body: wish });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      person: { name: "顾晴", roles: [{ code: "admin" }] },
      company: { name: wish.companyName, timeZone: "Asia/Shanghai", currency: "CNY" },
    });
    expect(answer.body.grants).toContainEqual({ object: "role", action: "edit", scope: "all", pools: null });
    const door = await http.as(null).call(session.showDoor);
    expect(door.body).toMatchObject({ state: "sign_in", companyName: wish.companyName, demoPeople: [] });
  });

  test("happens once, also when two come at the same time", async () => {
    const both = await Promise.all([
      http.as(null).call(session.firstRun, { body: wish }),
      http.as(null).call(session.firstRun, { body: { ...wish, email: "other@lanhai-pi.cn" } }),
    ]);
    expect(both.map((answer) => answer.status).toSorted()).toEqual([201, 409]);
    const late = await http.as(null).call(session.firstRun, { body: { ...wish, email: "late@lanhai-pi.cn" } });
    expect(late.problem.code).toBe("first_run_over");
  });

  test("refuses a short password and a time zone that does not exist", async () => {
    const short = await http.as(null).call(session.firstRun, { body: { ...wish, password: "short" } });
    expect(short.problem.fields).toMatchObject([{ pointer: "/password", code: "field.too_short" }]);
    const nowhere = await http.as(null).call(session.firstRun, { body: { ...wish, timeZone: "Asia/Atlantis" } });
    expect(nowhere.problem.fields).toMatchObject([{ pointer: "/timeZone", code: "field.not_offered" }]);
    expect((await http.as(null).call(session.showDoor)).body.state).toBe("first_run");
  });
});

describe("the door", () => {
  test("shows the demo's people with what awaits them, while the demo is loaded", async () => {
    const { body } = await http.as(null).call(session.firstRun, { body: wish });
    const personId = body.person.id as string;
    const awaiting = { code: "leads_wait", params: { count: 3 }, urgency: "soon" as const };
    neighbours = {
      readDemo: async () => [{ personId, password: wish.password }],
      readAwaiting: [async () => new Map([[personId, [awaiting]]])],
    };
    const door = await http.as(null).call(session.showDoor);
    expect(door.body.demoPeople).toEqual([
      {
        personId,
        name: "顾晴",
        email: wish.email,
        password: wish.password,
        roles: body.person.roles,
        awaits: [awaiting],
      },
    ]);
    expect(
      (await http.as(null).call(session.signIn, { body: { email: wish.email, password: wish.password } })).body.demo,
    ).toBe(true);
  });
});
