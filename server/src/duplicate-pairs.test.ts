import { audit } from "@tongzhou/contract/audit";
import { duplicatePairs } from "@tongzhou/contract/duplicate-pairs";
import type { Pair, PairRow } from "@tongzhou/contract/duplicate-pairs";
import { identity } from "@tongzhou/contract/identity";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { createApp } from "./app.ts";
import { auditMessages, auditRoutes } from "./capabilities/audit/index.ts";
import { attachContacts, contactsMessages, normaliseIdentifier, sortName } from "./capabilities/contacts/index.ts";
import { identityMessages, identityRoutes, identitySubscriptions } from "./capabilities/identity/index.ts";
import { openTestWorld } from "./open-test-world.fixture.ts";
import type { TestWorld } from "./open-test-world.fixture.ts";
import type { TestCaller } from "./platform/http/test-http.ts";
import { operate } from "./platform/ledger/operate.ts";
import { operationKind } from "./platform/ledger/operation-kind.ts";

const IN_A_TEST = operationKind("test.pairs");
const SYSTEM = { kind: "system" } as const;

let world: TestWorld;
let admin: TestCaller;

beforeAll(async () => {
  // Loading the whole application is what makes every capability add the rows that follow a contact.
  expect(createApp).toBeTypeOf("function");
  world = await openTestWorld(
    (http) => {
      identityRoutes(http);
      auditRoutes(http);
    },
    [contactsMessages, identityMessages, auditMessages],
  );
  admin = world.http.as(world.cast.吴桐);
});

beforeEach(async () => {
  await deliver();
});

/** Hands what was announced to identity, as the jobs do. */
async function deliver(): Promise<void> {
  const { announced, house } = world.database;
  while (announced.length > 0) {
    for (const said of announced.splice(0)) {
      for (const subscription of identitySubscriptions) {
        if (![subscription.event].flat().includes(said.event)) continue;
        await operate(house, { actor: SYSTEM, kind: subscription.kind, source: "job" }, (context) =>
          subscription.handle(context, said),
        );
      }
    }
  }
}

/** A record with these phones and mailboxes comes in. @returns the contact it went to. */
async function comesIn(name: string, reached: readonly string[], ownerId?: string): Promise<string> {
  const identifiers = reached.map((text) => {
    const made = normaliseIdentifier(text.includes("@") ? "email" : "phone", text);
    return { ...made, value: made.value ?? "", raw: text };
  });
  const { result } = await operate(world.database.house, { actor: SYSTEM, kind: IN_A_TEST, source: "job" }, (context) =>
    attachContacts(context, [
      { name, nameSort: sortName(name), accountId: null, ownerId: ownerId ?? null, at: context.now, identifiers },
    ]),
  );
  await deliver();
  return result[0]?.contactId ?? "";
}

let people = 0;
/** Two records, and a third that brought the phone of one and the mailbox of the other. */
async function twoMet(name: string, ownerIds: readonly string[] = []) {
  people += 1;
  const phone = `1360000${String(people).padStart(4, "0")}`;
  const mail = `somebody${people}@dxsh.cn`;
  const one = await comesIn(name, [phone], ownerIds[0]);
  const other = await comesIn(name, [mail], ownerIds[1]);
  await comesIn(name, [phone, mail]);
  return { one, other, phone, mail };
}

const listed = async (by = admin): Promise<PairRow[]> => (await by.call(duplicatePairs.list, {})).body.rows;
const pairOf = async (ids: readonly string[], by = admin): Promise<PairRow | undefined> =>
  (await listed(by)).find(({ first, second }) => ids.includes(first.id) && ids.includes(second.id));
const idOf = async (ids: readonly string[]): Promise<string> => (await pairOf(ids))?.id ?? "";
const judge = (pairId: string, verdict: "different" | "later", by = admin) =>
  by.call(duplicatePairs.judge, { params: { pairId }, body: { verdict } });
const merge = (survivorId: string, mergedId: string) =>
  admin.call(identity.merge, { body: { survivorId, mergedId, take: [] } });

test("one record with identifiers of two contacts puts them up for review, with what speaks for and against", async () => {
  const { one, other } = await twoMet("欧阳文博");
  const row = await pairOf([one, other]);
  expect(row).toMatchObject({ isLater: false, first: { name: "欧阳文博" }, second: { name: "欧阳文博" } });
  const shown = (await admin.call(duplicatePairs.show, { params: { pairId: row?.id ?? "" } })).body as Pair;
  expect(shown.foundBy).toBe("capture");
  expect(shown.probability).toBeCloseTo(row?.probability ?? -1, 5);
  expect(shown.lines).toContainEqual({ of: "together", level: 1, levels: 1, bits: 10, holders: null });
  expect(shown.lines.map(({ of }) => of)).toEqual(expect.arrayContaining(["given", "surname"]));
  expect(shown.lines.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(shown.bits, 0);
  expect([shown.preview.survivor.id, shown.preview.merged.id].toSorted()).toEqual([one, other].toSorted());
});

test("that they are two is never asked again, until it is undone", async () => {
  const { one, other, phone, mail } = await twoMet("王建国");
  const pairId = await idOf([one, other]);
  const judged = await judge(pairId, "different");
  expect(judged.status).toBe(200);
  await comesIn("王建国", [mail, phone]);
  expect(await pairOf([one, other])).toBeUndefined();
  expect((await judge(pairId, "later")).problem["code"]).toBe("pair_decided");
  expect((await admin.call(duplicatePairs.show, { params: { pairId } })).problem["code"]).toBe("pair_decided");

  await admin.call(audit.undo, { params: { operationId: String(judged.headers["operation-id"]) } });
  expect((await pairOf([one, other]))?.id).toBe(pairId);
});

test("a pair that is put off waits behind all others and counts no more", async () => {
  const { one, other } = await twoMet("孙晓梅");
  const before = (await admin.call(duplicatePairs.count, {})).body.waiting;
  await judge(await idOf([one, other]), "later");
  expect((await admin.call(duplicatePairs.count, {})).body.waiting).toBe(before - 1);
  const rows = await listed();
  expect(rows.at(-1)).toMatchObject({ isLater: true });
  expect(rows.findIndex(({ isLater }) => isLater)).toBe(rows.filter(({ isLater }) => !isLater).length);
});

test("a merge answers the question; its undo asks it again, taking it apart by hand says that they are two", async () => {
  const { one, other } = await twoMet("郑海涛");
  const merged = await merge(one, other);
  await deliver();
  expect(await pairOf([one, other])).toBeUndefined();
  await admin.call(audit.undo, { params: { operationId: String(merged.headers["operation-id"]) } });
  await deliver();
  expect(await pairOf([one, other])).toBeDefined();

  await merge(one, other);
  await admin.call(identity.unmerge, { params: { contactId: other } });
  await deliver();
  expect(await pairOf([one, other])).toBeUndefined();
});

test("where one side was merged into another, the question goes on with that one, but not against what was judged", async () => {
  const { one, other } = await twoMet("何雨晴");
  const third = await comesIn("何雨晴", ["13700009001"]);
  await merge(third, one);
  await deliver();
  expect(await pairOf([one, other])).toBeUndefined();
  expect(await pairOf([third, other])).toMatchObject({ isLater: false });

  const { one: a, other: b } = await twoMet("冯立");
  const c = await comesIn("冯立", ["13700009002", "fengli@dxsh.cn"]);
  await judge(await idOf([a, b]), "different");
  await merge(c, a);
  await comesIn("冯立", ["13700009002", `somebody${people}@dxsh.cn`]);
  expect(await pairOf([c, b])).toBeUndefined();
});

test("who may not edit both sides is asked nothing and told nothing", async () => {
  const { 陈浩, 王倩 } = world.cast;
  const { one, other } = await twoMet("蒋小龙", [陈浩, 王倩]);
  const both = await twoMet("韩雪", [陈浩, 陈浩]);
  const rep = world.http.as(陈浩);
  const pairId = await idOf([one, other]);
  expect((await listed(rep)).map(({ first }) => first.name)).toEqual(["韩雪"]);
  expect((await rep.call(duplicatePairs.count, {})).body.waiting).toBe(1);
  expect((await rep.call(duplicatePairs.show, { params: { pairId } })).status).toBe(404);
  expect((await judge(pairId, "different", rep)).status).toBe(404);
  expect(await pairOf([both.one, both.other], rep)).toBeDefined();
  expect(await pairOf([one, other])).toBeDefined();
});

test("two people who judge one pair at once: one judges, the other is told", async () => {
  const { one, other } = await twoMet("曹阳");
  const pairId = await idOf([one, other]);
  const answers = await Promise.all([judge(pairId, "different"), judge(pairId, "different")]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});
