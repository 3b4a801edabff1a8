import { accounts } from "@tongzhou/contract/accounts";
import { activities } from "@tongzhou/contract/activities";
import { contacts } from "@tongzhou/contract/contacts";
import { opportunities } from "@tongzhou/contract/opportunities";
import { rights } from "@tongzhou/contract/rights";
import type { Holder, RightLevel } from "@tongzhou/contract/rights";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openRightsWorld } from "../../rights-world.fixture.ts";
import type { RightsWorld } from "../../rights-world.fixture.ts";

let world: RightsWorld;
let group: string;
let branch: string;
let liu: string;
let place = 0;

beforeAll(async () => {
  world = await openRightsWorld();
});

beforeEach(async () => {
  place += 1;
  group = await world.company(`鼎新集团 ${place}`, world.cast.陈浩);
  branch = await world.company(`鼎新舟山 ${place}`, null, group);
  liu = await world.person("刘建国", branch);
});

const as = (id: string) => world.http.as(id);
const person = (id: string): Holder => ({ kind: "person", id });
const set = (accountId: string, holder: Holder, from: RightLevel | null, to: RightLevel | null, by = world.cast.陈浩) =>
  as(by).call(rights.set, { params: { accountId }, body: { holder, level: { from, to }, part: null } });
const opens = async (by: string, accountId: string) =>
  (await as(by).call(accounts.show, { params: { accountId } })).status;
const phoneOf = async (by: string): Promise<string | undefined> => {
  const { body, status } = await as(by).call(contacts.show, { params: { contactId: liu } });
  return status === 200 ? body.identifiers[0]?.value : undefined;
};
const lists = async (by: string) => {
  const { body } = await as(by).call(accounts.list, { query: {} });
  return body.rows.map(({ id }: { id: string }) => id);
};

describe("a right on an account", () => {
  test("to view shows it and its people in records, lists and counts, but no contact details and nothing to write", async () => {
    const { 王倩 } = world.cast;
    expect(await opens(王倩, group)).toBe(404);
    expect((await set(group, person(王倩), null, "view")).status).toBe(200);
    expect(await opens(王倩, group)).toBe(200);
    expect(await lists(王倩)).toEqual(expect.arrayContaining([group, branch]));
    expect((await as(王倩).call(accounts.count, { query: {} })).body.count).toBe(2);
    expect(await phoneOf(王倩)).toMatch(/\*\*\*\*/);
    const edited = await as(王倩).call(accounts.edit, {
      params: { accountId: group },
      body: { note: { from: null, to: "不该写" } },
    });
    expect(edited.status).toBe(404);
    const call = { object: "account", recordId: group, kind: "call", outcome: "reached" } as const;
    expect((await as(王倩).call(activities.log, { body: call })).status).toBe(403);
    const shown = await as(王倩).call(accounts.show, { params: { accountId: group } });
    expect(shown.body.mayEdit).toBe(false);
  });

  test("to follow shows contact details as well, and may write", async () => {
    const { 王倩 } = world.cast;
    await set(group, person(王倩), null, "follow");
    expect(await phoneOf(王倩)).toMatch(/^\+86/);
    const call = { object: "account", recordId: branch, kind: "call", outcome: "reached" } as const;
    expect((await as(王倩).call(activities.log, { body: call })).status).toBe(201);
    expect((await as(王倩).call(accounts.show, { params: { accountId: branch } })).body.mayEdit).toBe(true);
  });

  test("holds for all below it until something is set there for the same holder, and says where it comes from", async () => {
    const { 王倩 } = world.cast;
    const other = await world.company(`鼎新储运 ${place}`, null, group);
    await set(group, person(王倩), null, "follow");
    expect((await set(branch, person(王倩), null, "none")).status).toBe(200);
    expect(await opens(王倩, branch)).toBe(404);
    expect(await opens(王倩, other)).toBe(200);
    const { body } = await as(world.cast.陈浩).call(rights.show, { params: { accountId: other } });
    expect(body.given).toMatchObject([
      { holder: { id: 王倩, name: "王倩" }, level: "follow", from: { id: group, name: `鼎新集团 ${place}` } },
    ]);
    expect(body.owner).toMatchObject({ personId: world.cast.陈浩, from: { id: group } });
    const here = await as(world.cast.陈浩).call(rights.show, { params: { accountId: branch } });
    expect(here.body.given).toMatchObject([{ level: "none", from: null, givenById: world.cast.陈浩 }]);
    expect((await set(group, person(world.cast.孙悦), null, "none")).problem).toMatchObject({
      status: 422,
      code: "right_cuts_nothing",
    });
  });

  test("to a team is everybody's in it and below, and of nobody else", async () => {
    const { 王倩, 孙悦, teams } = world.cast;
    await set(group, { kind: "team", id: teams.销售部 }, null, "view");
    expect(await opens(王倩, branch)).toBe(200);
    expect(await opens(孙悦, branch)).toBe(404);
  });

  test("ends at once, stays as history, and comes back by undo", async () => {
    const { 王倩, 陈浩 } = world.cast;
    await set(group, person(王倩), null, "follow");
    const ended = await set(group, person(王倩), "follow", null);
    expect(await opens(王倩, group)).toBe(404);
    const kept = await world.rows("select level, until is null as present from account_right where account_id = $1", [
      group,
    ]);
    expect(kept).toEqual([{ level: "follow", present: false }]);
    await world.undo(ended.operationId, 陈浩);
    expect(await opens(王倩, group)).toBe(200);
  });

  test("changes only from what the giver saw, and is not for the owner or for who left", async () => {
    const { 王倩, 陈浩 } = world.cast;
    await set(group, person(王倩), null, "view");
    expect((await set(group, person(王倩), null, "follow")).problem).toMatchObject({ status: 409 });
    expect((await set(group, person(王倩), "view", "follow")).status).toBe(200);
    expect((await set(group, person(陈浩), null, "view")).problem).toMatchObject({ code: "right_of_owner" });
    expect((await set(group, person(group), null, "view")).problem).toMatchObject({ code: "right_holder_missing" });
  });

  test("who only follows passes nothing on; the manager of the owner does", async () => {
    const { 王倩, 孙悦, 赵磊 } = world.cast;
    await set(group, person(王倩), null, "follow");
    expect((await set(group, person(孙悦), null, "view", 王倩)).status).toBe(403);
    expect((await set(group, person(孙悦), null, "view", 赵磊)).status).toBe(200);
    const { body } = await as(王倩).call(rights.show, { params: { accountId: group } });
    expect(body.mayGive).toBe(false);
  });
});

describe("whoever collaborates on an opportunity", () => {
  test("sees it and its account without contact details, writes activities on it, and edits nothing", async () => {
    const { 孙悦, 陈浩 } = world.cast;
    const deal = await world.deal(`挂轨一期 ${place}`, branch, 陈浩);
    const other = await world.deal(`挂轨二期 ${place}`, branch, 陈浩);
    const opened = async (id: string) =>
      (await as(孙悦).call(opportunities.show, { params: { opportunityId: id } })).status;
    const add = { params: { opportunityId: deal }, body: { add: [孙悦] } };
    expect(await opened(deal)).toBe(404);
    const added = await as(陈浩).call(rights.setCollaborators, add);
    expect(added.body).toEqual({ added: 1, removed: 0 });
    expect([await opened(deal), await opened(other)]).toEqual([200, 404]);
    expect(await opens(孙悦, branch)).toBe(200);
    expect(await opens(孙悦, group)).toBe(404);
    expect(await phoneOf(孙悦)).toMatch(/\*\*\*\*/);
    const seen = await as(孙悦).call(opportunities.list, { query: {} });
    expect(seen.body.rows.map(({ id }: { id: string }) => id)).toEqual([deal]);
    const meeting = { object: "opportunity", kind: "meeting", outcome: "held", nextOn: "2027-01-01" } as const;
    const log = (recordId: string) => as(孙悦).call(activities.log, { body: { ...meeting, recordId } });
    expect([(await log(deal)).status, (await log(other)).status]).toEqual([201, 404]);
    const edit = { params: { opportunityId: deal }, body: { name: { from: `挂轨一期 ${place}`, to: "改名" } } };
    expect((await as(孙悦).call(opportunities.edit, edit)).status).toBeGreaterThanOrEqual(403);
    const { body } = await as(陈浩).call(rights.show, { params: { accountId: branch } });
    expect(body.collaborators).toEqual([
      { personId: 孙悦, name: "孙悦", opportunities: [{ id: deal, name: `挂轨一期 ${place}` }] },
    ]);
    await world.undo(added.operationId, 陈浩);
    expect([await opened(deal), await opens(孙悦, branch)]).toEqual([404, 404]);
  });

  test("is added once and taken away; its owner is none", async () => {
    const { 孙悦, 陈浩, 王倩 } = world.cast;
    const deal = await world.deal(`挂轨 ${place}`, branch, 陈浩);
    const change = (body: { add?: string[]; remove?: string[] }) =>
      as(陈浩).call(rights.setCollaborators, { params: { opportunityId: deal }, body });
    await change({ add: [孙悦, 王倩] });
    expect((await change({ add: [孙悦], remove: [王倩] })).body).toEqual({ added: 0, removed: 1 });
    const { body } = await as(陈浩).call(rights.collaborators, { params: { opportunityId: deal } });
    expect(body).toMatchObject({ mayGive: true, collaborators: [{ personId: 孙悦, givenById: 陈浩 }] });
    expect((await change({ add: [陈浩] })).problem).toMatchObject({ code: "collaborator_owns" });
    expect((await change({ add: [deal] })).problem).toMatchObject({ code: "right_holder_missing" });
  });
});
