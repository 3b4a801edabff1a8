import { accounts } from "@tongzhou/contract/accounts";
import { activities } from "@tongzhou/contract/activities";
import { audit } from "@tongzhou/contract/audit";
import { contacts } from "@tongzhou/contract/contacts";
import { identity } from "@tongzhou/contract/identity";
import type { AccountMergePreview, AccountUnmergePreview } from "@tongzhou/contract/identity";
import { opportunities } from "@tongzhou/contract/opportunities";
import { search } from "@tongzhou/contract/search";
import { beforeAll, expect, test } from "vitest";
import { createApp } from "./app.ts";
import { formOf, openCaptureWorld } from "./capture-world.fixture.ts";
import type { CaptureWorld } from "./capture-world.fixture.ts";
import { accountsMessages, accountsRoutes } from "./capabilities/accounts/index.ts";
import { activitiesMessages, activitiesRoutes } from "./capabilities/activities/index.ts";
import { auditMessages, auditRoutes } from "./capabilities/audit/index.ts";
import { contactsMessages, contactsRoutes } from "./capabilities/contacts/index.ts";
import { identityMessages, identityRoutes } from "./capabilities/identity/index.ts";
import { opportunitiesMessages, opportunitiesRoutes } from "./capabilities/opportunities/index.ts";
import { openPeople, peopleMessages } from "./capabilities/people/index.ts";
import { rebuildEntries, searchMessages, searchRoutes } from "./capabilities/search/index.ts";
import { operate } from "./platform/ledger/operate.ts";
import { operationKind } from "./platform/ledger/operation-kind.ts";
import { openTestHttp } from "./platform/http/test-http.ts";
import type { TestCaller } from "./platform/http/test-http.ts";

const RACES = 12;
const AT = new Date("2025-11-10T02:00:00.000Z");
const SET_UP = operationKind("test.merge_accounts");

let world: CaptureWorld;
let admin: TestCaller;
let rep: TestCaller;
let typeId: string;

beforeAll(async () => {
  // Loading the whole application is what makes every capability add the rows that follow an account.
  expect(createApp).toBeTypeOf("function");
  world = await openCaptureWorld();
  const { signIn } = await openPeople(world.database.house);
  const http = await openTestHttp({
    house: world.database.house,
    directory: signIn.directory,
    messages: [
      peopleMessages,
      accountsMessages,
      contactsMessages,
      identityMessages,
      auditMessages,
      activitiesMessages,
      opportunitiesMessages,
      searchMessages,
    ],
    register(registering) {
      accountsRoutes(registering);
      contactsRoutes(registering);
      identityRoutes(registering);
      auditRoutes(registering);
      activitiesRoutes(registering);
      opportunitiesRoutes(registering, {});
      searchRoutes(registering);
    },
  });
  admin = http.as(world.cast.吴桐);
  rep = http.as(world.cast.陈浩);
  typeId = String((await world.rows("select id from opportunity_type order by code desc limit 1"))[0]?.["id"]);
});

let forms = 0;
/** A company that somebody typed in, and one person of it by a form. */
async function company(name: string, { creditCode = null as string | null, by = admin } = {}) {
  const made = await by.call(accounts.create, { body: { name, creditCode } });
  const [captured] = await world.capture(formOf(`人${++forms}`, phoneOf(forms), AT, { company: name }));
  return { id: (made.body as { accountId: string }).accountId, name, leadId: captured?.leadId ?? "", number: forms };
}

const phoneOf = (number: number): string => `1350000${String(number).padStart(4, "0")}`;
type Company = Awaited<ReturnType<typeof company>>;

const sidesOf = (survivor: { id: string }, merged: { id: string }) => ({
  survivorId: survivor.id,
  mergedId: merged.id,
});
const merge = (survivor: { id: string }, merged: { id: string }, take: string[] = [], by = admin) =>
  by.call(identity.mergeAccounts, { body: { ...sidesOf(survivor, merged), take: take as never } });
const unmerge = ({ id }: { id: string }, by = admin) => by.call(identity.unmergeAccount, { params: { accountId: id } });
const shown = async ({ id }: { id: string }, by = admin) =>
  (await by.call(accounts.show, { params: { accountId: id } })).body;
const accountOf = async (table: string, id: string) =>
  (await world.rows(`select account_id, home_account_id from ${table} where id = $1`, [id]))[0];
const place = async ({ id }: { id: string }) =>
  (await world.rows("select parent_id from account where id = $1", [id]))[0]?.["parent_id"];
const under = (child: Company, parent: Company) =>
  operate(world.database.house, { actor: { kind: "system" }, kind: SET_UP, source: "job" }, ({ client }) =>
    client.query("update account set parent_id = $2 where id = $1", [child.id, parent.id]),
  );

test("one company goes on as the other with all that stands on it, and nobody's leads change hands", async () => {
  const [one, other] = [await company("长风船舶重工"), await company("长风船舶重工集团")];
  await admin.call(accounts.edit, {
    params: { accountId: other.id },
    body: { tier: { from: null, to: "A" }, note: { from: null, to: "老客户" } },
  });
  const deal = await admin.call(opportunities.create, { body: { typeId, accountId: other.id, name: "一期" } as never });
  const dealId = (deal.body as { id: string }).id;
  await admin.call(activities.log, {
    body: { object: "account", recordId: other.id, kind: "note", text: "见过面" } as never,
  });
  const before = await world.rows("select owner_id, pool_id from lead where id = $1", [other.leadId]);

  const preview = (await admin.call(identity.previewAccountMerge, { body: sidesOf(one, other) }))
    .body as AccountMergePreview;
  expect(preview.choices.map(({ field, side, because }) => [field, side, because])).toEqual([
    ["name", "merged", "fuller"],
    ["tier", "merged", "only"],
    ["note", "merged", "only"],
  ]);
  expect(Object.fromEntries(preview.moves.map(({ what, count }) => [what, count]))).toEqual({
    identifiers: 1,
    members: 1,
    leads: 1,
    deals: 1,
    activities: 1,
  });
  expect(preview).toMatchObject({ creditCodesDiffer: false, survivorStandsBelow: false });

  expect((await merge(one, other, ["name", "tier"])).status).toBe(200);
  expect(await accountOf("lead", other.leadId)).toEqual({ account_id: one.id, home_account_id: other.id });
  expect(await accountOf("opportunity", dealId)).toEqual({ account_id: one.id, home_account_id: other.id });
  expect(await world.rows("select owner_id, pool_id from lead where id = $1", [other.leadId])).toEqual(before);
  expect(await shown(one)).toMatchObject({ name: "长风船舶重工集团", tier: "A", note: null, mergedIntoId: null });
  expect(await shown(other)).toMatchObject({ tier: "A", note: "老客户", mergedIntoId: one.id, mayEdit: false });
  const merges = await admin.call(identity.listAccountMerges, { params: { accountId: one.id } });
  expect(merges.body).toMatchObject([{ recordId: other.id, intoId: one.id, by: { name: "吴桐" } }]);
});

test("taken apart, each side has what came by its name, and the survivor keeps what people wrote since", async () => {
  const [one, other] = [await company("远望光电"), await company("远望光电科技")];
  await merge(one, other, ["name"]);
  const [later] = await world.capture(formOf("后来的人", phoneOf(++forms), AT, { company: "远望光电科技" }));
  expect(await accountOf("lead", later?.leadId ?? "")).toEqual({ account_id: one.id, home_account_id: other.id });
  await admin.call(accounts.edit, { params: { accountId: one.id }, body: { tier: { from: null, to: "B" } } });
  const preview = (await admin.call(identity.previewAccountUnmerge, { params: { accountId: other.id } }))
    .body as AccountUnmergePreview;
  expect(preview.givenBack).toEqual(["name"]);
  expect(preview.moves).toContainEqual({ what: "leads", count: 2 });

  expect((await unmerge(other)).status).toBe(200);
  expect(await accountOf("lead", later?.leadId ?? "")).toEqual({ account_id: other.id, home_account_id: other.id });
  expect(await accountOf("lead", one.leadId)).toEqual({ account_id: one.id, home_account_id: one.id });
  expect(await shown(one)).toMatchObject({ name: "远望光电", tier: "B" });
  expect(await shown(other)).toMatchObject({ name: "远望光电科技", tier: null, mergedIntoId: null, mayEdit: true });
  expect((await unmerge(other)).problem.code).toBe("not_merged");
});

test("a survivor that is renamed is still found by the name of the one that goes on as it", async () => {
  const [one, other] = [await company("晨曦制药"), await company("晨曦生物")];
  await merge(one, other);
  await admin.call(accounts.edit, {
    params: { accountId: one.id },
    body: { name: { from: "晨曦制药", to: "晨曦医药集团" } },
  });
  const again = await admin.call(accounts.create, { body: { name: "晨曦生物", creditCode: null } });
  expect(again.body).toMatchObject({ accountId: one.id, created: false });
  await operate(world.database.house, { actor: { kind: "system" }, kind: SET_UP, source: "job" }, (context) =>
    rebuildEntries(context, "account"),
  );
  const found = await admin.call(search.find, { query: { text: "晨曦生物", objects: "account" } as never });
  expect(found.body).toMatchObject({ hits: [{ id: one.id, title: "晨曦医药集团" }] });
});

test("companies below the merged one stand below the survivor, and come back unless somebody moved them since", async () => {
  const [one, other] = [await company("海蓝集团"), await company("海蓝控股集团")];
  const [first, second] = [await company("海蓝一厂机械"), await company("海蓝二厂机械")];
  await under(first, other);
  await under(second, other);
  const preview = await admin.call(identity.previewAccountMerge, { body: sidesOf(one, other) });
  expect((preview.body as AccountMergePreview).moves).toContainEqual({ what: "subsidiaries", count: 2 });
  await merge(one, other);
  expect([await place(first), await place(second)]).toEqual([one.id, one.id]);
  const elsewhere = await company("海蓝三厂机械");
  await under(second, elsewhere);
  const parting = await admin.call(identity.previewAccountUnmerge, { params: { accountId: other.id } });
  expect((parting.body as AccountUnmergePreview).moves).toContainEqual({ what: "subsidiaries", count: 1 });
  await unmerge(other);
  expect([await place(first), await place(second)]).toEqual([other.id, elsewhere.id]);
});

test("a company never comes to stand below itself: not by merging upwards, and not by what people moved before it parts", async () => {
  const [top, below] = [await company("云岭能源"), await company("云岭风电")];
  await under(below, top);
  expect((await merge(below, top)).problem.code).toBe("survivor_stands_below");
  expect(
    (await admin.call(identity.previewAccountMerge, { body: sidesOf(below, top) })).body as AccountMergePreview,
  ).toMatchObject({ survivorStandsBelow: true, mergedStandsBelow: false });
  expect((await merge(top, below)).status).toBe(200);
  await unmerge(below);
  expect(await place(below)).toBe(top.id);

  const [group, middle, child, other] = [
    await company("云岭总公司甲"),
    await company("云岭中间乙"),
    await company("云岭下级丙"),
    await company("云岭对方丁"),
  ];
  await under(middle, group);
  await under(child, middle);
  await merge(other, middle);
  await under(group, child);
  await unmerge(middle);
  expect([await place(child), await place(middle), await place(group)]).toEqual([middle.id, null, child.id]);
});

test("two credit codes speak against it and are said, and both find the one that goes on", async () => {
  const [one, other] = [
    await company("启明锂能", { creditCode: "91350100M000100Y43" }),
    await company("启明锂能科技", { creditCode: "91512081MA62K0260E" }),
  ];
  const preview = await admin.call(identity.previewAccountMerge, { body: sidesOf(one, other) });
  expect(preview.body).toMatchObject({ creditCodesDiffer: true });
  await merge(one, other);
  expect(await shown(one)).toMatchObject({ creditCode: "91350100M000100Y43" });
  const found = await admin.call(accounts.create, { body: { name: "别的名字", creditCode: "91512081MA62K0260E" } });
  expect(found.body).toMatchObject({ accountId: one.id, created: false });
});

test("a person in both companies is in the one that goes on once, whichever was merged first, and in both again at the end", async () => {
  const [one, other] = [await company("北辰仪表"), await company("北辰仪器仪表")];
  const number = phoneOf(++forms);
  for (const { name } of [one, other]) await world.capture(formOf("韩雪", number, AT, { company: name }));
  const [row] = await world.rows("select contact_id as id from identifier where value = $1", [`+86${number}`]);
  const contactId = String(row?.["id"]);
  const jobs = async () =>
    (
      (await admin.call(contacts.show, { params: { contactId } })).body as { memberships: { accountId: string }[] }
    ).memberships.map(({ accountId }) => accountId);
  await merge(one, other);
  expect(await jobs()).toEqual([one.id]);
  const people = await admin.call(contacts.list, { query: { accountId: one.id } as never });
  expect((people.body as { rows: { name: string }[] }).rows.filter(({ name }) => name === "韩雪")).toHaveLength(1);
  await unmerge(other);
  expect((await jobs()).toSorted()).toEqual([one.id, other.id].toSorted());
});

test("a merged company is in no list, is not counted, and leads whoever may only see the one that goes on to it", async () => {
  const [one, other] = [await company("金桥轴承", { by: rep }), await company("金桥轴承配件")];
  const count = async () => (await admin.call(accounts.count, { query: {} as never })).body as { count: number };
  const before = (await count()).count;
  await merge(one, other);
  expect((await count()).count).toBe(before - 1);
  const rows = await admin.call(accounts.list, { query: { search: "金桥轴承" } as never });
  expect((rows.body as { rows: { id: string }[] }).rows.map(({ id }) => id)).toEqual([one.id]);
  expect(await shown(other, rep)).toMatchObject({ id: one.id });
});

test("what somebody writes on a merged company belongs to the one that goes on", async () => {
  const [one, other] = [await company("同德印务"), await company("同德印刷")];
  await merge(one, other);
  const logged = await admin.call(activities.log, {
    body: { object: "account", recordId: other.id, kind: "note", text: "写在旧页上" } as never,
  });
  const { activityId } = logged.body as { activityId: string };
  expect(await accountOf("activity", activityId)).toEqual({ account_id: one.id, home_account_id: other.id });
});

test("undo of a merge is taking it apart, by whoever may edit the one that goes on then", async () => {
  const [one, other] = [await company("顺达物流", { by: rep }), await company("顺达货运", { by: rep })];
  const merged = await merge(one, other, ["name"], rep);
  expect(merged.status).toBe(200);
  await admin.call(accounts.assign, { body: { choice: { ids: [one.id] }, toId: world.cast.王倩 } });
  const params = { operationId: merged.operationId ?? "" };
  expect((await rep.call(audit.undo, { params })).status).toBe(403);
  expect((await admin.call(audit.undo, { params })).status).toBe(200);
  expect(await shown(one)).toMatchObject({ name: "顺达物流" });
  expect(await accountOf("lead", other.leadId)).toEqual({ account_id: other.id, home_account_id: other.id });
});

test("a company and a household are never one", async () => {
  const one = await company("向阳花园物业");
  const home = crypto.randomUUID();
  await operate(world.database.house, { actor: { kind: "system" }, kind: SET_UP, source: "job" }, ({ client }) =>
    client.query("insert into account (id, kind, name, name_sort) values ($1, 'household', '张家', 'zhang jia')", [
      home,
    ]),
  );
  expect((await merge(one, { id: home })).problem.code).toBe("different_kinds");
  const asked = await admin.call(identity.previewAccountMerge, { body: { survivorId: one.id, mergedId: home } });
  expect(asked.problem.code).toBe("different_kinds");
});

test("two who merge the same pair at once, each the other way round, leave one merge and no circle", async () => {
  for (let race = 0; race < RACES; race++) {
    const [one, other] = [await company(`对撞甲${race}机电`), await company(`对撞乙${race}机电`)];
    const answers = await Promise.all([merge(one, other), merge(other, one)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  }
});

test("forms and deals that arrive while their company is being merged end up with the survivor", async () => {
  for (let race = 0; race < RACES; race++) {
    const [one, other] = [await company(`赛跑甲${race}电子`), await company(`赛跑乙${race}电子`)];
    const deal = () =>
      admin.call(opportunities.create, { body: { typeId, accountId: other.id, name: "赛跑" } as never });
    const form = () => world.capture(formOf("赛跑的人", phoneOf(++forms), AT, { company: other.name }));
    const [answer, opened] = await Promise.all([merge(one, other), deal(), form(), form()]);
    expect(answer.status).toBe(200);
    expect([201, 422]).toContain(opened.status);
    const left = await world.rows(
      `select 'lead' from lead where account_id = $1
       union all select 'opportunity' from opportunity where account_id = $1
       union all select 'membership' from membership where account_id = $1
       union all select 'identifier' from account_identifier where account_id = $1`,
      [other.id],
    );
    expect(left).toEqual([]);
    await unmerge(other);
    expect(await world.rows("select from lead where account_id = $1", [other.id])).toHaveLength(3);
  }
});
