import { beforeAll, expect, test } from "vitest";
import { savedViews } from "@tongzhou/contract/views";
import { hireCast } from "../../cast.fixture.ts";
import type { Cast } from "../../cast.fixture.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { openDirectory } from "../people/index.ts";
import { viewsRoutes } from "./index.ts";

let database: TestDatabase;
let http: TestHttp;
let cast: Cast;

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await hireCast(database.house);
  http = await openTestHttp({ house: database.house, directory: openDirectory(database.house), register: viewsRoutes });
});

const FILTER = { combinator: "and" as const, rules: [{ field: "account.name", operator: "contains", value: "石化" }] };

const save = async (personId: string, name: string, visibility: "private" | "team" | "everyone" = "private") =>
  (
    await http.as(personId).call(savedViews.create, {
      body: { object: "account", name, visibility, filter: FILTER, columns: ["name"], sort: "-name" },
    })
  ).body;

const names = async (personId: string): Promise<string[]> =>
  (await http.as(personId).call(savedViews.list, { query: { object: "account" } })).body.map(
    (view: { name: string }) => view.name,
  );

test("a view comes back as it was saved; a private one is seen by its owner alone, a team's by the team", async () => {
  const own = await save(cast.陈浩, "我的石化");
  expect(own).toMatchObject({ name: "我的石化", filter: FILTER, columns: ["name"], sort: "-name", mayEdit: true });
  await save(cast.陈浩, "华东石化", "team");
  await save(cast.陈浩, "全员石化", "everyone");
  expect(await names(cast.陈浩)).toEqual(["我的石化", "华东石化", "全员石化"]);
  expect(await names(cast.王倩)).toEqual(["全员石化"]);
  expect(await names(cast.何川)).toEqual(["全员石化"]);
});

test("somebody without a team sees no view of people without a team", async () => {
  await save(cast.何川, "没有团队的", "team");
  expect(await names(cast.吴桐)).not.toContain("没有团队的");
});

test("an edit tells the value it replaces; renaming, sharing, deleting and ordering are undone", async () => {
  const first = await save(cast.赵磊, "甲");
  const second = await save(cast.赵磊, "乙");
  const picture = async () =>
    (await database.pool.query("select md5(string_agg(v::text, '' order by v::text)) from saved_view as v")).rows;
  const caller = http.as(cast.赵磊);
  const params = { viewId: first.id };
  const acts = [
    () => caller.call(savedViews.edit, { params, body: { name: { from: "甲", to: "丙" } } }),
    () => caller.call(savedViews.edit, { params, body: { visibility: { from: "private", to: "everyone" } } }),
    () => caller.call(savedViews.order, { body: { object: "account", viewIds: [second.id, first.id] } }),
    () => caller.call(savedViews.remove, { params }),
  ];
  for (const act of acts) {
    const before = await picture();
    const done = await act();
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    expect(await picture()).not.toEqual(before);
    await undoOperation(database.house, {
      operationId: done.operationId ?? "",
      actor: { kind: "person", personId: cast.赵磊 },
      source: "web",
    });
    expect(await picture()).toEqual(before);
  }
  const stale = await caller.call(savedViews.edit, { params, body: { name: { from: "旧名", to: "丁" } } });
  expect(stale.problem).toMatchObject({ status: 409, code: "changed_meanwhile" });
  await acts[2]?.();
  expect(await names(cast.赵磊)).toEqual(expect.arrayContaining(["乙", "甲"]));
});

test("shipped views are there for everybody, first, and nobody changes them", async () => {
  const { body } = await http.as(cast.陈浩).call(savedViews.list, { query: { object: "lead" } });
  expect(body.map((view: { name: string }) => view.name)).toEqual([
    "view.lead.waiting",
    "view.lead.hot_untouched",
    "view.lead.returned",
    "view.lead.all",
  ]);
  const [shipped] = body;
  expect(shipped.mayEdit).toBe(false);
  const refused = await http
    .as(cast.吴桐)
    .call(savedViews.edit, { params: { viewId: shipped.id }, body: { name: { from: shipped.name, to: "改名" } } });
  expect(refused.status).toBe(403);
});
