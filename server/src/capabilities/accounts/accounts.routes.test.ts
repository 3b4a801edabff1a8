import { beforeAll, expect, test } from "vitest";
import { accounts } from "@tongzhou/contract/accounts";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { accountsMessages, accountsRoutes } from "./index.ts";

let { database, http, cast } = {} as TestWorld;

beforeAll(async () => {
  ({ database, http, cast } = await openTestWorld(accountsRoutes, [accountsMessages]));
});

const admin = () => http.as(cast.吴桐);
const company = async (name: string, creditCode: string | null = null) =>
  (await admin().call(accounts.create, { body: { name, creditCode } })).body as { accountId: string; created: boolean };
const edit = (accountId: string, body: object) => admin().call(accounts.edit, { params: { accountId }, body });

test("a company typed in is confirmed, and found again by its name or code", async () => {
  const made = await company("鼎新石化", "91350100M000100Y43");
  expect(await company("鼎新 石化")).toEqual({ accountId: made.accountId, created: false });
  expect(await company("鼎新", "91350100m000100y43")).toEqual({ accountId: made.accountId, created: false });
  const shown = await admin().call(accounts.show, { params: { accountId: made.accountId } });
  expect(shown.body).toMatchObject({
    name: "鼎新石化",
    confirmed: true,
    creditCode: "91350100M000100Y43",
    mayEdit: true,
  });
});

test("a wrong code and a name of nothing are refused with a sentence", async () => {
  const wrong = await admin().call(accounts.create, { body: { name: "远山矿业", creditCode: "123" } });
  expect(wrong.problem).toMatchObject({
    status: 400,
    code: "credit_code_impossible",
    fields: [{ pointer: "/creditCode" }],
  });
  expect((await admin().call(accounts.create, { body: { name: "……" } })).problem).toMatchObject({
    code: "name_says_nothing",
  });
});

test("accounts are listed by pinyin and filtered by region with everything below it", async () => {
  const hangzhou = await company("杭州热电");
  const ningbo = await company("宁波港务");
  await edit(hangzhou.accountId, { regionCode: { from: null, to: "330113" }, sizeBand: { from: null, to: "200-999" } });
  await edit(ningbo.accountId, { regionCode: { from: null, to: "330200" } });
  const filter = JSON.stringify({
    combinator: "and",
    rules: [{ field: "account.regionCode", operator: "within", value: ["330000"] }],
  });
  const list = await admin().call(accounts.list, { query: { filter } });
  expect(list.body.rows.map((row: { name: string }) => row.name)).toEqual(["杭州热电", "宁波港务"]);
});

test("accounts are filtered by a section of industries with every division in it, and by one division", async () => {
  const codes = { 启明炼化: "25", 启明精工: "C3411", 启明矿业: "06", 启明学校: "P", 启明机器人: "机器人" };
  for (const [name, code] of Object.entries(codes)) {
    const { accountId } = await company(name);
    await edit(accountId, { industryCode: { from: null, to: code } });
  }
  const found = async (operator: string, value?: string[]) => {
    const rule = { field: "account.industry", operator, ...(value === undefined ? {} : { value }) };
    const name = { field: "account.name", operator: "starts_with", value: "启明" };
    const filter = JSON.stringify({ combinator: "and", rules: [rule, name] });
    const { body } = await admin().call(accounts.list, { query: { filter } });
    return body.rows.map((row: { name: string }) => row.name).toSorted();
  };
  expect(await found("has_any", ["C"])).toEqual(["启明炼化", "启明精工"].toSorted());
  expect(await found("has_any", ["34", "B"])).toEqual(["启明精工", "启明矿业"].toSorted());
  expect(await found("has_any", ["C3411"])).toEqual(["启明精工"]);
  expect(await found("has_any", ["P"])).toEqual(["启明学校"]);
  expect(await found("has_none", ["C", "B", "P"])).toEqual(["启明机器人"]);
  expect(await found("empty")).toEqual([]);
});

test("what a group knows holds below it until it is set there, and says from where", async () => {
  const group = await company("沧海重工集团");
  await edit(group.accountId, { industryCode: { from: null, to: "35" }, tier: { from: null, to: "战略" } });
  const made = await admin().call(accounts.create, { body: { name: "沧海铸造", parentId: group.accountId } });
  const { accountId } = made.body as { accountId: string };
  await edit(accountId, { tier: { from: null, to: "普通" } });
  const shown = await admin().call(accounts.show, { params: { accountId } });
  expect(shown.body).toMatchObject({
    industryCode: null,
    tier: "普通",
    place: "subsidiary",
    inherited: {
      industryCode: { value: "35", from: { id: group.accountId, name: "沧海重工集团" } },
      tier: null,
      ownerId: null,
    },
  });
  const set = await edit(accountId, { treePlace: { from: null, to: "branch" } });
  expect(set.body).toMatchObject({ treePlace: "branch", place: "branch" });
});

test("a renamed company is found by its new name; undo gives back the old one", async () => {
  const { accountId } = await company("启明锂能");
  await company("江海设计院");
  expect((await edit(accountId, { name: { from: "启明锂能", to: "江海设计院" } })).problem).toMatchObject({
    code: "name_taken",
  });
  const renamed = await edit(accountId, { name: { from: "启明锂能", to: "启明新能源" } });
  expect(renamed.body.name).toBe("启明新能源");
  expect((await company("启明新能源")).accountId).toBe(accountId);
  await undoOperation(database.house, {
    operationId: renamed.operationId ?? "",
    actor: { kind: "person", personId: cast.吴桐 },
    source: "web",
  });
  expect((await company("启明锂能")).accountId).toBe(accountId);
});

test("who may not does not get in", async () => {
  const { accountId } = await company("北辰港务");
  expect((await http.as(cast.陈浩).call(accounts.show, { params: { accountId } })).status).toBe(404);
  expect((await http.as(cast.何川).call(accounts.show, { params: { accountId } })).status).toBe(200);
  expect((await http.as(cast.何川).call(accounts.edit, { params: { accountId }, body: {} })).status).toBe(403);
  expect((await http.as(cast.何川).call(accounts.create, { body: { name: "新公司" } })).status).toBe(403);
  expect((await http.as(null).call(accounts.count)).status).toBe(401);
  expect((await http.as(cast.陈浩).call(accounts.list)).body.rows).toEqual([]);
  expect((await http.as(cast.陈浩).call(accounts.fields)).status).toBe(200);
});

test("who types a company in owns it and opens it; another team does not, and is not given it", async () => {
  const made = await http.as(cast.陈浩).call(accounts.create, { body: { name: "澄江泵业" } });
  const params = { accountId: made.body.accountId };
  expect((await http.as(cast.陈浩).call(accounts.show, { params })).body).toMatchObject({
    ownerId: cast.陈浩,
    confirmed: true,
    mayEdit: true,
  });
  expect((await http.as(cast.王倩).call(accounts.show, { params })).status).toBe(404);
  const again = await http.as(cast.王倩).call(accounts.create, { body: { name: "澄江泵业" } });
  expect(again.problem).toMatchObject({ status: 409, code: "account_of_others" });
  expect((await http.as(cast.陈浩).call(accounts.create, { body: { name: "澄江泵业" } })).body.created).toBe(false);
});
