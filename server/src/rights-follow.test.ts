import { accounts } from "@tongzhou/contract/accounts";
import { identity } from "@tongzhou/contract/identity";
import { rights } from "@tongzhou/contract/rights";
import { territories } from "@tongzhou/contract/territories";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { leadParts } from "./lead-parts.ts";
import { openRightsWorld } from "./rights-world.fixture.ts";
import type { RightsWorld } from "./rights-world.fixture.ts";

let world: RightsWorld;
let survivor: string;
let merged: string;

beforeAll(async () => {
  world = await openRightsWorld();
});
beforeEach(async () => {
  const { 陈浩 } = world.cast;
  survivor = await world.company("鼎新石化", 陈浩);
  merged = await world.company("鼎新石油化工", 陈浩);
});

const manager = () => world.http.as(world.cast.赵磊);
const give = (accountId: string, id: string, level: "view" | "follow") =>
  manager().call(rights.set, {
    params: { accountId },
    body: { holder: { kind: "person", id }, level: { from: null, to: level } },
  });
const givenOn = async (accountId: string): Promise<(string | undefined)[][]> => {
  const { body } = await manager().call(rights.show, { params: { accountId } });
  return body.given.map(({ holder, level }: { holder: { name: string }; level: string }) => [holder.name, level]);
};

test("rights go with an account that is merged, once for each holder, and come back with it", async () => {
  const { 王倩, 孙悦 } = world.cast;
  await give(survivor, 王倩, "view");
  await give(merged, 王倩, "follow");
  await give(merged, 孙悦, "view");
  const sides = { survivorId: survivor, mergedId: merged };
  const preview = await manager().call(identity.previewAccountMerge, { body: sides });
  expect(preview.body.moves).toContainEqual({ what: "rights", count: 2 });
  expect((await manager().call(identity.mergeAccounts, { body: { ...sides, take: [] } })).status).toBe(200);
  // What was set on the one that goes on holds; the other right of the same holder waits at its home.
  expect(await givenOn(survivor)).toEqual([
    ["孙悦", "view"],
    ["王倩", "view"],
  ]);
  const opened = await world.http.as(孙悦).call(accounts.show, { params: { accountId: survivor } });
  expect(opened.status).toBe(200);
  await manager().call(identity.unmergeAccount, { params: { accountId: merged } });
  expect(await givenOn(survivor)).toEqual([["王倩", "view"]]);
  expect(await givenOn(merged)).toEqual([
    ["王倩", "follow"],
    ["孙悦", "view"],
  ]);
});

test("whoever takes over from a leaver has the rights they were given, but not twice nor on what is theirs", async () => {
  const { 陈浩, 王倩, 孙悦 } = world.cast;
  const own = await world.company("王倩的客户", 王倩);
  const deal = await world.deal("挂轨一期", survivor, 陈浩);
  await give(survivor, 孙悦, "follow");
  await give(merged, 孙悦, "view");
  await give(merged, 王倩, "view");
  await give(own, 孙悦, "follow");
  await world.http.as(陈浩).call(rights.setCollaborators, { params: { opportunityId: deal }, body: { add: [孙悦] } });
  const rule = { regions: ["330000"], industries: [], sizeBands: [] };
  const body = { name: "孙悦的浙江", holder: { kind: "person" as const, id: 孙悦 }, rule };
  expect((await world.http.as(world.cast.吴桐).call(territories.create, { body })).status).toBe(201);
  const part = leadParts.held?.find(({ what }) => what === "rights");
  if (!part) throw new Error("nobody hands rights over");
  const count = (personId: string) => world.act((context) => part.count(context, personId));
  const before = await count(孙悦);
  expect(before).toBeGreaterThanOrEqual(5);
  let ended = 0;
  for (let given = 2; given === 2; ended += given) {
    given = await world.act((context) => part.give(context, { fromId: 孙悦, toId: 王倩, most: 2 }));
  }
  expect(ended).toBe(before);
  expect(await count(孙悦)).toBe(0);
  world.settle();
  expect(await givenOn(survivor)).toEqual([["王倩", "follow"]]);
  expect(await givenOn(merged)).toEqual([["王倩", "view"]]);
  expect(await givenOn(own)).toEqual([]);
  const [taken] = (await world.http.as(world.cast.吴桐).call(territories.list)).body;
  expect(taken?.holder).toMatchObject({ id: 王倩 });
  const helped = await world.http.as(陈浩).call(rights.collaborators, { params: { opportunityId: deal } });
  expect(helped.body.collaborators).toMatchObject([{ personId: 王倩 }]);
});
