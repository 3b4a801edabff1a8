import { beforeAll, expect, test } from "vitest";
import { products } from "@tongzhou/contract/products";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { productsMessages, productsRoutes } from "./index.ts";

let { database, http, cast } = {} as TestWorld;

beforeAll(async () => {
  ({ database, http, cast } = await openTestWorld(productsRoutes, [productsMessages]));
});

const admin = () => http.as(cast.吴桐);
const line = async (name: string, code: string, parentId: string | null = null): Promise<string> =>
  (await admin().call(products.create, { body: { name, code, parentId } })).body.id;

test("an administrator adds lines, and everybody sees the tree", async () => {
  const robots = await line("巡检机器人", "robot");
  await line("轮式巡检", "robot.wheeled", robots);
  await line("挂轨巡检", "robot.rail", robots);
  const seen = await http.as(cast.陈浩).call(products.list);
  expect(seen.body).toHaveLength(3);
  expect(seen.body.filter((one: { parentId: string }) => one.parentId === robots)).toMatchObject([
    { name: "轮式巡检", position: 0, active: true },
    { name: "挂轨巡检", position: 1, active: true },
  ]);
});

test("nobody else adds or edits one, and nobody at all without signing in", async () => {
  const id = await line("软件", "software");
  const body = { name: "云平台", code: "cloud", parentId: null };
  for (const who of [cast.林晓, cast.陈浩, cast.赵磊, cast.何川]) {
    expect((await http.as(who).call(products.create, { body })).status).toBe(403);
    const edit = { params: { productLineId: id }, body: { active: { from: true, to: false } } };
    expect((await http.as(who).call(products.edit, edit)).status).toBe(403);
  }
  expect((await http.as(null).call(products.list)).status).toBe(401);
});

test("a line is renamed, moved and stopped, and undo puts it back", async () => {
  const id = await line("挂轨", "rail");
  const above = await line("固定设备", "fixed");
  const edited = await admin().call(products.edit, {
    params: { productLineId: id },
    body: {
      name: { from: "挂轨", to: "挂轨巡检" },
      parentId: { from: null, to: above },
      active: { from: true, to: false },
    },
  });
  expect(edited.body).toMatchObject({ name: "挂轨巡检", parentId: above, active: false });
  await undoOperation(database.house, {
    operationId: edited.operationId ?? "",
    actor: { kind: "person", personId: cast.吴桐 },
    source: "web",
  });
  const found = (await admin().call(products.list)).body.find((one: { id: string }) => one.id === id);
  expect(found).toMatchObject({ name: "挂轨", parentId: null, active: true });
});

test("what cannot be is refused with a sentence", async () => {
  const top = await line("服务", "service");
  const below = await line("培训", "service.training", top);
  const move = (productLineId: string, to: string) =>
    admin().call(products.edit, { params: { productLineId }, body: { parentId: { from: null, to } } });
  expect((await move(top, below)).problem).toMatchObject({
    status: 422,
    code: "line_below_itself",
    title: "产品线不能放到自己的下级里",
  });
  expect((await move(top, database.house.newId())).problem).toMatchObject({ code: "parent_missing" });
  const twice = await admin().call(
    products.create,
    { body: { name: "培训", code: "service.training" } },
    { "accept-language": "en" },
  );
  expect(twice.problem).toMatchObject({ code: "code_taken", params: { code: "service.training" } });
  expect((await admin().call(products.create, { body: { name: "", code: "坏 编码" } })).status).toBe(400);
  const stale = { params: { productLineId: top }, body: { name: { from: "别的", to: "客服" } } };
  expect((await admin().call(products.edit, stale)).problem).toMatchObject({ status: 409, code: "changed_meanwhile" });
});
