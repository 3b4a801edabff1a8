import { audit } from "@tongzhou/contract/audit";
import { duplicatePairs } from "@tongzhou/contract/duplicate-pairs";
import type { LikelyMerges, PairRow } from "@tongzhou/contract/duplicate-pairs";
import { beforeEach, expect, test } from "vitest";
import { createApp } from "./app.ts";
import { auditMessages, auditRoutes } from "./capabilities/audit/index.ts";
import { attachContacts, contactsMessages, normaliseIdentifier, sortName } from "./capabilities/contacts/index.ts";
import { identityMessages, identityRoutes, identitySubscriptions } from "./capabilities/identity/index.ts";
import { openTestWorld } from "./open-test-world.fixture.ts";
import type { TestWorld } from "./open-test-world.fixture.ts";
import type { TestCaller } from "./platform/http/test-http.ts";
import { operate } from "./platform/ledger/operate.ts";
import { operationKind } from "./platform/ledger/operation-kind.ts";

const IN_A_TEST = operationKind("test.likely");
const SYSTEM = { kind: "system" } as const;
const FROM = 0.9;

let world: TestWorld;
let admin: TestCaller;
let numbers = 0;

beforeEach(async () => {
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

/** Hands what was announced to identity, as the jobs do; but for matching arrivals, so that the pairs there are those that a test makes. */
async function deliver(): Promise<void> {
  const { announced, house } = world.database;
  while (announced.length > 0) {
    for (const said of announced.splice(0)) {
      for (const subscription of identitySubscriptions) {
        if (![subscription.event].flat().includes(said.event)) continue;
        if (subscription.subscriber === "identity.match_arrivals") continue;
        await operate(house, { actor: SYSTEM, kind: subscription.kind, source: "job" }, (context) =>
          subscription.handle(context, said),
        );
      }
    }
  }
}

/** A record with these phones and mailboxes comes in. @returns the contact it went to. */
async function comesIn(name: string, reached: readonly string[], ownerId: string | null = null): Promise<string> {
  const identifiers = reached.map((text) => {
    const made = normaliseIdentifier(text.includes("@") ? "email" : "phone", text);
    return { ...made, value: made.value ?? "", raw: text };
  });
  const { result } = await operate(world.database.house, { actor: SYSTEM, kind: IN_A_TEST, source: "job" }, (context) =>
    attachContacts(context, [
      { name, nameSort: sortName(name), accountId: null, ownerId, at: context.now, identifiers },
    ]),
  );
  await deliver();
  return result[0]?.contactId ?? "";
}

/** As many records of one name, each of which came in together with the next by one that had numbers of both. */
async function chain(name: string, length: number, ownerId?: string): Promise<string[]> {
  const phones = Array.from({ length }, () => `1350000${String(++numbers).padStart(4, "0")}`);
  const ids: string[] = [];
  for (const phone of phones) ids.push(await comesIn(name, [phone], ownerId));
  for (const [at, phone] of phones.entries()) if (at > 0) await comesIn(name, [phones[at - 1] ?? "", phone]);
  return ids.toSorted();
}

const listed = async (by = admin): Promise<PairRow[]> => (await by.call(duplicatePairs.list, {})).body.rows;
const preview = async (by = admin, from = FROM): Promise<LikelyMerges> =>
  (await by.call(duplicatePairs.previewLikely, { query: { from } })).body;
const mergeAll = (merges: number, by = admin) => by.call(duplicatePairs.mergeLikely, { body: { from: FROM, merges } });
const mergedInto = async (ids: readonly string[]) =>
  (
    await world.database.pool.query<{ into: string | null }>(
      "select merged_into_id as into from contact where id = any($1) order by id",
      [ids],
    )
  ).rows.map(({ into }) => into);

test("all that are likely become one in one act, each group as its oldest, and one undo takes all of it apart", async () => {
  const [two, three] = [await chain("欧阳文博", 2), await chain("司徒雨晴", 3)];
  const before = await listed();
  expect(before.filter(({ probability }) => (probability ?? 0) >= FROM)).toHaveLength(3);
  const shown = await preview();
  expect(shown).toMatchObject({ merges: 3, groups: 2, held: 0 });
  expect(shown.shown.map((group) => group.map(({ id }) => id)).toSorted()).toEqual([two, three].toSorted());

  const done = await mergeAll(3);
  expect([done.status, done.body]).toEqual([201, { merges: 3 }]);
  await deliver();
  expect(await mergedInto(two)).toEqual([null, two[0]]);
  expect(await mergedInto(three)).toEqual([null, three[0], three[0]]);
  expect(await listed()).toEqual([]);

  const undone = await admin.call(audit.undo, { params: { operationId: String(done.headers["operation-id"]) } });
  expect(undone.status).toBe(200);
  await deliver();
  expect(await mergedInto([...two, ...three])).toEqual([null, null, null, null, null]);
  expect(await preview()).toMatchObject({ merges: 3, groups: 2 });
});

test("two of whom somebody said that they are two never become one through a third", async () => {
  const ids = await chain("诸葛明远", 3);
  const pairs = await listed();
  const [a = "", b = "", c = ""] = ids;
  const open = pairs.map(({ first, second }) => [first.id, second.id].toSorted().join());
  const apart = [
    [a, b],
    [a, c],
    [b, c],
  ].find((two) => !open.includes(two.join()));
  await world.database.pool.query(
    `insert into duplicate_pair (id, operation_id, first_id, second_id, found_by, at, verdict, decided_at)
     select gen_random_uuid(), max(operation_id::text)::uuid, $1, $2, 'person', now(), 'different', now() from contact`,
    apart,
  );
  expect(await preview()).toMatchObject({ merges: 1, groups: 1, held: 1 });
  expect((await mergeAll(1)).status).toBe(201);
  await deliver();
  const into = await mergedInto(ids);
  expect(into.filter((one) => one !== null)).toHaveLength(1);
  const roots = new Map(ids.map((id, at) => [id, into[at] ?? id]));
  expect(roots.get(apart?.[0] ?? "")).not.toBe(roots.get(apart?.[1] ?? ""));
});

test("what is no longer as it was shown is not merged, and what is less likely or put off stays", async () => {
  const [one = "", other = ""] = await chain("欧阳文博", 2);
  expect((await mergeAll(2)).problem).toMatchObject({ code: "pairs_changed" });
  expect(await mergedInto([one, other])).toEqual([null, null]);
  const [row] = await listed();
  const surer = Math.min(1, (row?.probability ?? 0) + 1e-6);
  expect(await preview(admin, surer)).toMatchObject({ merges: 0, groups: 0, shown: [] });
  await admin.call(duplicatePairs.judge, { params: { pairId: row?.id ?? "" }, body: { verdict: "later" } });
  expect(await preview()).toMatchObject({ merges: 0 });
});

test("a rep merges only what they may edit on both sides", async () => {
  const { 陈浩, 王倩 } = world.cast;
  await chain("欧阳文博", 2, 陈浩);
  await chain("司徒雨晴", 2, 王倩);
  const rep = world.http.as(陈浩);
  expect(await preview()).toMatchObject({ merges: 2 });
  expect(await preview(rep)).toMatchObject({ merges: 1, shown: [[{ name: "欧阳文博" }, { name: "欧阳文博" }]] });
  expect((await mergeAll(2, rep)).problem).toMatchObject({ code: "pairs_changed" });
  expect((await mergeAll(1, rep)).status).toBe(201);
});
