import { accounts } from "@tongzhou/contract/accounts";
import { contacts } from "@tongzhou/contract/contacts";
import { memberships } from "@tongzhou/contract/memberships";
import { timeline } from "@tongzhou/contract/timeline";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTestWorld } from "./open-test-world.fixture.ts";
import type { TestWorld } from "./open-test-world.fixture.ts";
import { operate } from "./platform/ledger/operate.ts";
import { operationKind } from "./platform/ledger/operation-kind.ts";
import { undoOperation } from "./platform/ledger/undo/undo-operation.ts";
import { accountsRoutes } from "./capabilities/accounts/index.ts";
import { timelineRoutes } from "./capabilities/timeline/index.ts";
import { contactsMessages, contactsRoutes, membershipsRoutes } from "./capabilities/contacts/index.ts";

const FORGET_OWNER = operationKind("test.forget_owner");

let { database, http, cast } = {} as TestWorld;
let number = 0;
let contactId: string;
let oldId: string;

beforeAll(async () => {
  ({ database, http, cast } = await openTestWorld(
    (served) => {
      accountsRoutes(served);
      contactsRoutes(served);
      membershipsRoutes(served);
      timelineRoutes(served);
    },
    [contactsMessages],
  ));
});

/** Everything is done by 陈浩, who owns what he types in. */
const rep = () => http.as(cast.陈浩);
const company = async (name: string): Promise<string> =>
  (await rep().call(accounts.create, { body: { name: `${name}${number}有限公司` } })).body.accountId;

beforeEach(async () => {
  number += 1;
  oldId = await company("鼎新石化");
  const made = await rep().call(contacts.create, {
    body: { name: "刘建国", title: "设备部部长", company: `鼎新石化${number}有限公司`, identifiers: [] },
  });
  contactId = made.body.contactId;
});

const shown = async () => (await rep().call(contacts.show, { params: { contactId } })).body;
const presentId = async (): Promise<string> =>
  (await shown()).memberships.find(({ until }: { until: string | null }) => until === null).id;
const today = (): string => new Date(database.house.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
const undo = (operationId: string | undefined) =>
  undoOperation(database.house, {
    operationId: operationId ?? "",
    actor: { kind: "person", personId: cast.陈浩 },
    source: "web",
  });
const people = async (accountId: string, when: "present" | "former") =>
  (await rep().call(memberships.ofAccount, { params: { accountId }, query: { when } })).body;

describe("a person in several companies over time", () => {
  test("works at a second one beside the first; what they are now is what the later says", async () => {
    const advisor = await company("沧港钢铁");
    const begun = await rep().call(memberships.begin, {
      params: { contactId },
      body: { account: { id: advisor }, title: "顾问", since: today() },
    });
    expect(begun.status).toBe(201);
    const now = await shown();
    expect(now.memberships).toHaveLength(2);
    expect(now.memberships.every(({ until }: { until: string | null }) => until === null)).toBe(true);
    expect(now).toMatchObject({ title: "顾问", account: { id: advisor } });
    expect(await people(oldId, "present")).toMatchObject({ count: 1, rows: [{ contactId }] });
    const again = await rep().call(memberships.begin, {
      params: { contactId },
      body: { account: { id: advisor }, since: today() },
    });
    expect(again.problem).toMatchObject({ status: 422, code: "member_already" });
    await undo(begun.operationId);
    expect(await shown()).toMatchObject({ title: "设备部部长", account: { id: oldId } });
  });

  test("a company that nobody knew yet is made by its name, as at every capture", async () => {
    const name = `瑞和化工${number}有限公司`;
    const begun = await rep().call(memberships.begin, {
      params: { contactId },
      body: { account: { name }, since: today() },
    });
    expect((await shown()).account).toMatchObject({ id: begun.body.accountId, name });
    const nothing = await rep().call(memberships.begin, {
      params: { contactId },
      body: { account: { name: "（）" }, since: today() },
    });
    expect(nothing.problem).toMatchObject({ code: "name_says_nothing" });
  });

  test("has left: nobody of the company's present people any more, but one of its former; undo brings them back", async () => {
    const membershipId = await presentId();
    const left = await rep().call(memberships.end, { params: { contactId, membershipId }, body: { on: today() } });
    expect(left.status).toBe(200);
    expect(await shown()).toMatchObject({ title: null, account: null, memberships: [{ until: today() }] });
    expect(await people(oldId, "present")).toEqual({ count: 0, rows: [] });
    expect(await people(oldId, "former")).toMatchObject({
      count: 1,
      rows: [{ contactId, name: "刘建国", membership: { title: "设备部部长", until: today() } }],
    });
    const listed = await rep().call(contacts.list, { query: { accountId: oldId } });
    expect(listed.body.rows).toEqual([]);
    const twice = await rep().call(memberships.end, { params: { contactId, membershipId }, body: { on: today() } });
    expect(twice.problem).toMatchObject({ code: "membership_over" });
    await undo(left.operationId);
    expect(await shown()).toMatchObject({ title: "设备部部长", account: { id: oldId } });
  });

  test("moves to another company in one act, which one undo takes back", async () => {
    const newId = await company("华东能源");
    const move = await rep().call(memberships.move, {
      params: { contactId, membershipId: await presentId() },
      body: { account: { id: newId }, title: "总工程师", jobLevel: "director", since: today() },
    });
    const now = await shown();
    expect(now).toMatchObject({ title: "总工程师", jobLevel: "director", account: { id: newId } });
    expect(now.memberships).toMatchObject([
      { accountId: newId, until: null },
      { accountId: oldId, title: "设备部部长", until: today() },
    ]);
    const told = await rep().call(timeline.read, {
      params: { object: "contact", recordId: contactId },
      query: { kinds: "membership" },
    });
    expect(
      told.body.rows.map(({ act, account }: { act: string; account: { id: string } }) => [act, account.id]),
    ).toEqual(
      expect.arrayContaining([
        ["began", newId],
        ["ended", oldId],
      ]),
    );
    await undo(move.operationId);
    expect((await shown()).memberships).toMatchObject([{ accountId: oldId, until: null }]);
  });

  test("another job in the same company is history as well", async () => {
    await rep().call(memberships.move, {
      params: { contactId, membershipId: await presentId() },
      body: { account: { id: oldId }, title: "副总经理", since: today() },
    });
    expect((await shown()).memberships).toMatchObject([
      { accountId: oldId, title: "副总经理", until: null },
      { accountId: oldId, title: "设备部部长", until: today() },
    ]);
    expect(await people(oldId, "former")).toMatchObject({ count: 0 });
  });

  test("a wrong day is corrected, a stale one refused, and no day lies ahead or ends before it begins", async () => {
    const membershipId = await presentId();
    const edit = (body: object) => rep().call(memberships.edit, { params: { contactId, membershipId }, body });
    expect((await edit({ since: { from: today(), to: "2021-03-01" } })).status).toBe(200);
    expect((await shown()).memberships).toMatchObject([{ since: "2021-03-01" }]);
    expect((await edit({ since: { from: "2020-01-01", to: "2021-04-01" } })).problem).toMatchObject({
      code: "changed_meanwhile",
    });
    expect((await edit({ until: { from: null, to: "2021-02-01" } })).problem).toMatchObject({
      code: "left_before_begun",
    });
    expect((await edit({ until: { from: null, to: "2999-01-01" } })).problem).toMatchObject({ code: "day_ahead" });
    expect((await edit({ until: { from: null, to: "2023-06-30" } })).status).toBe(200);
    expect((await shown()).account).toBeNull();
    expect((await edit({ until: { from: "2023-06-30", to: null } })).status).toBe(200);
    expect((await shown()).account).toMatchObject({ id: oldId });
  });

  test("a title edited on the page is the title of the present job, and stays with it in history", async () => {
    await rep().call(contacts.edit, {
      params: { contactId },
      body: { title: { from: "设备部部长", to: "机动部部长" } },
    });
    expect((await shown()).memberships).toMatchObject([{ title: "机动部部长" }]);
    await rep().call(memberships.end, {
      params: { contactId, membershipId: await presentId() },
      body: { on: today() },
    });
    expect((await shown()).memberships).toMatchObject([{ title: "机动部部长", until: today() }]);
  });

  test("a person of nobody stays in sight of whose company they leave", async () => {
    await operate(database.house, { actor: { kind: "system" }, kind: FORGET_OWNER, source: "job" }, ({ client }) =>
      client.query("update contact set owner_id = null where id = $1", [contactId]),
    );
    await rep().call(memberships.end, {
      params: { contactId, membershipId: await presentId() },
      body: { on: today() },
    });
    expect((await shown()).owner).toMatchObject({ id: cast.陈浩 });
  });

  test("the facts of a job are kept from who may not see them, here too", async () => {
    await rep().call(contacts.edit, {
      params: { contactId },
      body: { title: { from: "设备部部长", to: "秘密处处长" } },
    });
    for (const person of [cast.吴桐, cast.何川, cast.林晓]) {
      const page = await http.as(person).call(contacts.show, { params: { contactId } });
      const listed = await http.as(person).call(memberships.ofAccount, { params: { accountId: oldId }, query: {} });
      if (page.status !== 200 || "title" in page.body) continue;
      expect(JSON.stringify(listed.body)).not.toContain("秘密处处长");
    }
  });
});
