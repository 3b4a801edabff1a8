import { accounts } from "@tongzhou/contract/accounts";
import { contacts } from "@tongzhou/contract/contacts";
import { rights } from "@tongzhou/contract/rights";
import { territories } from "@tongzhou/contract/territories";
import type { Territory, TerritoryDraft } from "@tongzhou/contract/territories";
import type { Holder } from "@tongzhou/contract/rights";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { openRightsWorld } from "./rights-world.fixture.ts";
import type { RightsWorld } from "./rights-world.fixture.ts";

let world: RightsWorld;
/** In Ningbo, a chemical works of a thousand; one in Shanghai; a family in Ningbo. */
let ningbo: string;
let shanghai: string;
let family: string;
let place = 0;

beforeAll(async () => {
  world = await openRightsWorld();
  // The reps read accounts and contacts of their territories, and edit accounts there.
  await world.act(async ({ client }) => {
    await client.query(
      `update grant_rule set scope = 'territory'
       where role_id = (select id from role where code = 'rep')
         and (object in ('account', 'contact') and action = 'read' or object = 'account' and action = 'edit')`,
    );
  });
});

beforeEach(async () => {
  await world.act(({ client }) => client.query("delete from territory"));
  world.settle();
  place += 1;
  ningbo = await world.company(`镇海化工 ${place}`, null);
  shanghai = await world.company(`金山化工 ${place}`, null);
  family = await world.company(`宁波的家庭 ${place}`, null);
  await world.act(async ({ client }) => {
    const set = (id: string, region: string, kind: string) =>
      client.query(
        "update account set region_code = $2, industry_code = '2614', size_band = '1000-4999', kind = $3 where id = $1",
        [id, region, kind],
      );
    await client.query("update account set region_code = null, size_band = null");
    await set(ningbo, "330211", "company");
    await set(shanghai, "310116", "company");
    await set(family, "330211", "household");
  });
});

const admin = () => world.http.as(world.cast.吴桐);
const rep = () => world.http.as(world.cast.陈浩);
const person = (id: string): Holder => ({ kind: "person", id });
const draft = (name: string, holder: Holder, regions: string[], more: Partial<TerritoryDraft["rule"]> = {}) => ({
  name: `${name} ${place}`,
  holder,
  rule: { regions, industries: [], sizeBands: [], ...more },
});
const create = (body: TerritoryDraft) => admin().call(territories.create, { body });
const listed = async (): Promise<Territory[]> => (await admin().call(territories.list)).body;
const seen = async () => {
  const { body } = await rep().call(accounts.list, { query: {} });
  return body.rows.map(({ id }: { id: string }) => id);
};

test("whoever works in a territory reads its companies and their people in lists, counts and records, and edits as granted", async () => {
  const wang = await world.person("王工", ningbo);
  expect(await seen()).toEqual([]);
  const made = await create(draft("浙江化工", person(world.cast.陈浩), ["330000"], { industries: ["C"] }));
  expect(made.status, JSON.stringify(made.problem)).toBe(201);
  expect(await seen()).toEqual([ningbo]);
  expect((await rep().call(accounts.count, { query: {} })).body.count).toBe(1);
  const shown = await rep().call(accounts.show, { params: { accountId: ningbo } });
  expect(shown.body.mayEdit).toBe(true);
  expect((await rep().call(accounts.show, { params: { accountId: shanghai } })).status).toBe(404);
  expect((await rep().call(accounts.show, { params: { accountId: family } })).status).toBe(404);
  const met = await rep().call(contacts.show, { params: { contactId: wang } });
  // Details are for whoever follows: a territory lets them be seen masked.
  expect(met.body).toMatchObject({ name: "王工", mayEdit: false });
  expect(met.body.identifiers[0]?.value).toMatch(/\*\*\*\*/);
  const around = await admin().call(rights.show, { params: { accountId: ningbo } });
  expect(around.body.territories).toMatchObject([{ name: `浙江化工 ${place}`, holder: "陈浩" }]);
});

test("a territory of a team is of all in it and below, follows the facts of companies, and ends at once", async () => {
  const made = await create(draft("江南", { kind: "team", id: world.cast.teams.销售部 }, ["310000", "330200"]));
  expect((await seen()).toSorted()).toEqual([ningbo, shanghai].toSorted());
  const body = { regionCode: { from: "330211", to: "440300" } };
  expect((await admin().call(accounts.edit, { params: { accountId: ningbo }, body })).status).toBe(200);
  expect(await seen()).toEqual([shanghai]);
  const removed = await admin().call(territories.remove, { params: { territoryId: made.body.territoryId } });
  expect(await seen()).toEqual([]);
  await world.undo(removed.operationId, world.cast.吴桐);
  expect(await seen()).toEqual([shanghai]);
});

test("a rule says before it is saved how many companies it holds, and which territories share some of them", async () => {
  await create(draft("浙江", person(world.cast.陈浩), ["330000"]));
  await create(draft("大化工", person(world.cast.王倩), [], { industries: ["26"], sizeBands: ["1000-4999"] }));
  const rule = { regions: ["310000", "330000"], industries: [], sizeBands: [] };
  const preview = await admin().call(territories.preview, { body: { rule } });
  expect(preview.body.count).toBe(2);
  expect(preview.body.overlaps.map(({ name, count }: { name: string; count: number }) => [name, count])).toEqual([
    [`大化工 ${place}`, 2],
    [`浙江 ${place}`, 1],
  ]);
  const all = await listed();
  expect(all.map(({ count, overlaps }) => [count, overlaps.map((each) => each.count)]).toSorted()).toEqual([
    [1, [1]],
    [2, [1]],
  ]);
});

test("a territory is changed from what the editor saw, asks something, and has a name of its own", async () => {
  const first = draft("浙江", person(world.cast.陈浩), ["330000"]);
  const { territoryId } = (await create(first)).body;
  expect((await create({ ...first, name: first.name.toUpperCase() })).problem).toMatchObject({
    code: "territory_name_taken",
  });
  expect((await create(draft("空", person(world.cast.陈浩), []))).problem).toMatchObject({
    code: "territory_asks_nothing",
  });
  expect((await create(draft("谁", person(ningbo), ["330000"]))).problem).toMatchObject({
    code: "right_holder_missing",
  });
  const edit = (from: TerritoryDraft, to: TerritoryDraft) =>
    admin().call(territories.edit, { params: { territoryId }, body: { from, to } });
  const second = draft("浙江", person(world.cast.王倩), ["330000"], { sizeBands: ["1000-4999"] });
  expect((await edit(first, second)).status).toBe(200);
  expect(await seen()).toEqual([]);
  expect(await listed()).toMatchObject([{ holder: { name: "王倩" }, rule: second.rule, count: 1 }]);
  expect((await edit(first, { ...first, holder: person(world.cast.孙悦) })).problem).toMatchObject({ status: 409 });
});
