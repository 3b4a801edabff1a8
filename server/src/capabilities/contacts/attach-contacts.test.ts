import { beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { attachContacts, normaliseIdentifier, sortName } from "./index.ts";
import type { ContactDraft } from "./index.ts";

const CAPTURE = operationKind("test.capture_contacts");
const SYSTEM = { kind: "system" } as const;
const AT = new Date("2025-11-20T08:00:00.000Z");

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

function person(
  name: string | null,
  identifiers: Record<string, string>,
  extra: Partial<ContactDraft> = {},
): ContactDraft {
  return {
    name,
    nameSort: name === null ? "" : sortName(name),
    accountId: null,
    at: AT,
    identifiers: Object.entries(identifiers).map(([kind, raw]) => {
      const made = normaliseIdentifier(kind, raw);
      if (made.value === null) throw new Error(`${raw} is no ${kind}`);
      return { kind: made.kind, value: made.value, raw, strong: made.strong };
    }),
    ...extra,
  };
}

const attach = (drafts: readonly ContactDraft[]) =>
  operate(database.house, { actor: SYSTEM, kind: CAPTURE, source: "job" }, (context) =>
    attachContacts(context, drafts),
  );

const read = async (text: string, values: unknown[]) =>
  (await database.pool.query(text, values)).rows as Record<string, unknown>[];

test("a person met by phone, then by phone and mail, then by mail, is one contact", async () => {
  const { result } = await attach([
    person("刘建国", { phone: "138 0000 6021" }),
    person("刘建国", { phone: "+8613800006021", email: "Liu@dxsh.cn" }),
    person("刘建国", { email: "liu@dxsh.cn" }),
  ]);
  expect(new Set(result.map((one) => one.contactId)).size).toBe(1);
  expect(result.map((one) => one.created)).toEqual([true, false, false]);
  const again = await attach([person(null, { email: "liu@dxsh.cn" })]);
  expect(again.result[0]).toMatchObject({ contactId: result[0]?.contactId, created: false });
});

test("another name on a known phone becomes an alias; a missing name is filled in", async () => {
  const { result } = await attach([person(null, { phone: "13900001111" })]);
  const id = result[0]?.contactId;
  await attach([person("徐丽萍", { phone: "13900001111" }, { title: "安环总监" })]);
  await attach([
    person("徐小姐", { phone: "13900001111" }, { title: "经理" }),
    person("徐小姐", { phone: "13900001111" }),
  ]);
  expect(await read("select name, title from contact where id = $1", [id])).toEqual([
    { name: "徐丽萍", title: "安环总监" },
  ]);
  expect(await read("select name from contact_alias where contact_id = $1", [id])).toEqual([{ name: "徐小姐" }]);
});

test("identifiers of two contacts in one record: it goes to the phone's, the mailbox stays, the pair waits for review", async () => {
  const { result } = await attach([
    person("韩雪", { phone: "13700001111" }),
    person("于洋", { email: "yuyang@hy.cn" }),
  ]);
  const both = await attach([person("韩雪", { email: "yuyang@hy.cn", phone: "13700001111" })]);
  expect(both.result[0]?.contactId).toBe(result[0]?.contactId);
  expect(await read("select contact_id from identifier where value = 'yuyang@hy.cn'", [])).toEqual([
    { contact_id: result[1]?.contactId },
  ]);
  const pair = [result[0]?.contactId, result[1]?.contactId].toSorted();
  expect(
    await read("select contact_id, other_contact_id from contact_conflict where contact_id = $1", [pair[0]]),
  ).toEqual([{ contact_id: pair[0], other_contact_id: pair[1] }]);
});

test("a switchboard and a role mailbox join nobody, and stand on each of them", async () => {
  const { result } = await attach([
    person("潘毅", { phone: "021-62335566", email: "info@ruihe.cn" }),
    person("谢文博", { phone: "021-62335566", email: "info@ruihe.cn" }),
  ]);
  expect(result[0]?.contactId).not.toBe(result[1]?.contactId);
  expect(
    await read("select count(*) as n from identifier where kind = 'phone' and contact_id = any ($1)", [
      result.map((one) => one.contactId),
    ]),
  ).toEqual([{ n: 2 }]);
});

test("a record hangs on the identifier it came by, or on the contact's own when it brought none", async () => {
  const { result } = await attach([person("高峰", { phone: "13600002222", email: "gf@nc.cn" }), person("郑凯", {})]);
  const kinds = await read("select kind from identifier where id = any ($1) order by kind", [
    result.map((one) => one.identifierId),
  ]);
  expect(kinds).toEqual([{ kind: "phone" }, { kind: "record" }]);
});

test("captures of the same person at the same moment make one contact", async () => {
  for (let round = 0; round < 10; round++) {
    const phone = `1350000${String(1000 + round)}`;
    const captured = await Promise.all(
      Array.from({ length: 6 }, (_, place) => attach([person("罗婷", { phone, email: `lt${round}-${place}@ht.cn` })])),
    );
    expect(new Set(captured.map(({ result }) => result[0]?.contactId)).size).toBe(1);
    expect(captured.filter(({ result }) => result[0]?.created)).toHaveLength(1);
  }
});

test("undo of a capture that attached leaves the contact and takes back what it brought", async () => {
  const { result } = await attach([person("唐立", { phone: "13500009999" })]);
  const id = result[0]?.contactId;
  const { operationId } = await attach([
    person("唐力", { phone: "13500009999", email: "tl@jl.cn" }, { title: "安监" }),
  ]);
  await undoOperation(database.house, { operationId, actor: SYSTEM, source: "job" });
  expect(await read("select name, title from contact where id = $1", [id])).toEqual([{ name: "唐立", title: null }]);
  expect(await read("select kind from identifier where contact_id = $1 order by kind", [id])).toEqual([
    { kind: "phone" },
    { kind: "record" },
  ]);
  expect(await read("select from contact_alias where contact_id = $1", [id])).toEqual([]);
});
