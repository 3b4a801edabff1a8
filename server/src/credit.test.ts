import { identity } from "@tongzhou/contract/identity";
import { rights } from "@tongzhou/contract/rights";
import type { Credit, CreditShare } from "@tongzhou/contract/rights";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { openRightsWorld } from "./rights-world.fixture.ts";
import type { RightsWorld } from "./rights-world.fixture.ts";

let world: RightsWorld;
let group: string;
let branch: string;
let deal: string;

beforeAll(async () => {
  world = await openRightsWorld();
});
beforeEach(async () => {
  group = await world.company("鼎新集团", world.cast.陈浩);
  branch = await world.company("鼎新舟山", null, group);
  deal = await world.deal("挂轨一期", branch, world.cast.陈浩);
});

const manager = () => world.http.as(world.cast.赵磊);
const share = (personId: string, percent: number): CreditShare => ({ personId, percent });
const onAccount = (accountId: string, from: CreditShare[], to: CreditShare[]) =>
  manager().call(rights.setAccountCredit, { params: { accountId }, body: { shares: { from, to } } });
const onDeal = (from: CreditShare[], to: CreditShare[]) =>
  manager().call(rights.setOpportunityCredit, { params: { opportunityId: deal }, body: { shares: { from, to } } });
const ofDeal = async (): Promise<Credit> =>
  (await manager().call(rights.opportunityCredit, { params: { opportunityId: deal } })).body;
const percents = ({ shares }: Pick<Credit, "shares">) => shares.map(({ name, percent }) => [name, percent]);

test("credit makes exactly a hundred, holds for all below and for deals, until another is agreed there", async () => {
  const { 陈浩, 王倩, 孙悦 } = world.cast;
  const thirds = [share(陈浩, 33.34), share(王倩, 33.33), share(孙悦, 33.33)];
  expect((await onAccount(group, [], thirds.slice(1))).problem).toMatchObject({ status: 422, code: "credit_not_100" });
  expect((await onAccount(group, [], thirds)).status).toBe(200);
  const inherited = await ofDeal();
  expect(percents(inherited)[0]).toEqual(["陈浩", 33.34]);
  expect(inherited).toMatchObject({ from: { id: group, name: "鼎新集团" }, givenById: world.cast.赵磊, past: [] });
  const own = [share(陈浩, 60), share(王倩, 40)];
  expect((await onDeal([], own)).status).toBe(200);
  expect(percents(await ofDeal())).toEqual([
    ["陈浩", 60],
    ["王倩", 40],
  ]);
  expect((await ofDeal()).from).toBeNull();
});

test("what was agreed before stays as history; ending it leaves what the account says; each change is undone", async () => {
  const { 陈浩, 王倩 } = world.cast;
  const first = [share(陈浩, 60), share(王倩, 40)];
  const second = [share(陈浩, 100)];
  await onDeal([], first);
  const changed = await onDeal(first, second);
  expect(changed.body.past.map(percents)).toEqual([
    [
      ["陈浩", 60],
      ["王倩", 40],
    ],
  ]);
  expect((await onDeal(first, [])).problem).toMatchObject({ status: 409, code: "changed_meanwhile" });
  await world.undo(changed.operationId, world.cast.赵磊);
  expect(percents(await ofDeal())).toEqual([
    ["陈浩", 60],
    ["王倩", 40],
  ]);
  const ended = await onDeal(first, []);
  expect(ended.body).toMatchObject({ shares: [], since: null });
  await world.undo(ended.operationId, world.cast.赵磊);
  expect((await ofDeal()).shares).toHaveLength(2);
});

test("the database itself refuses shares that do not make a hundred, and a split of nobody", async () => {
  const split = (percent: number | null) =>
    world.act(async ({ client, newId }) => {
      const id = newId();
      await client.query("insert into credit_split (id, opportunity_id, since) values ($1, $2, now())", [id, deal]);
      if (percent !== null)
        await client.query("insert into credit_share (id, split_id, person_id, percent) values ($1, $2, $3, $4)", [
          newId(),
          id,
          world.cast.陈浩,
          percent,
        ]);
    });
  await expect(split(99.99)).rejects.toThrow(/the shares of credit split .* make 99.99/);
  await expect(split(null)).rejects.toThrow(/make 0/);
  await split(100);
});

test("credit gives a share and nothing else; its person neither sees the account nor agrees on it", async () => {
  const { 陈浩, 王倩 } = world.cast;
  await onAccount(group, [], [share(陈浩, 50), share(王倩, 50)]);
  const stranger = await world.http.as(王倩).call(rights.accountCredit, { params: { accountId: group } });
  expect(stranger.status).toBe(404);
  const owner = await world.http.as(陈浩).call(rights.accountCredit, { params: { accountId: group } });
  expect(owner.body).toMatchObject({ mayGive: false });
  const to = [share(陈浩, 100)];
  const grabbed = await world.http
    .as(陈浩)
    .call(rights.setAccountCredit, { params: { accountId: group }, body: { shares: { from: [], to } } });
  expect(grabbed.status).toBe(403);
});

test("of two accounts that become one the agreement of the one that goes on holds, and both come back", async () => {
  const { 陈浩, 王倩 } = world.cast;
  const other = await world.company("鼎新石化集团", 陈浩);
  await onAccount(group, [], [share(陈浩, 100)]);
  await onAccount(other, [], [share(王倩, 100)]);
  const body = { survivorId: group, mergedId: other, take: [] };
  await manager().call(identity.mergeAccounts, { body });
  const of = async (accountId: string) =>
    percents((await manager().call(rights.accountCredit, { params: { accountId } })).body);
  expect(await of(group)).toEqual([["陈浩", 100]]);
  await manager().call(identity.unmergeAccount, { params: { accountId: other } });
  expect([await of(group), await of(other)]).toEqual([[["陈浩", 100]], [["王倩", 100]]]);
});
