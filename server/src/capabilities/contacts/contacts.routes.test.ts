import { beforeAll, describe, expect, test } from "vitest";
import { contacts } from "@tongzhou/contract/contacts";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { contactsMessages, contactsRoutes } from "./index.ts";

let { database, http, cast } = {} as TestWorld;

beforeAll(async () => {
  ({ database, http, cast } = await openTestWorld(contactsRoutes, [contactsMessages]));
});

const admin = () => http.as(cast.吴桐);

async function typed(name: string, phone?: string, extra: object = {}): Promise<string> {
  const identifiers = phone === undefined ? [] : [{ kind: "phone", value: phone }];
  const made = await admin().call(contacts.create, { body: { name, identifiers, ...extra } });
  expect(made.status).toBe(201);
  return made.body.contactId;
}

describe("contacts", () => {
  test("typed in twice are one, with the company they were named with", async () => {
    const id = await typed("刘建国", "138 0000 6021", { company: "鼎新石化", title: "设备部部长" });
    const again = await admin().call(contacts.create, {
      body: { name: "刘部长", identifiers: [{ kind: "phone", value: "+86 13800006021" }] },
    });
    expect(again.body).toEqual({ contactId: id, created: false });
    const shown = await admin().call(contacts.show, { params: { contactId: id } });
    expect(shown.body).toMatchObject({
      name: "刘建国",
      title: "设备部部长",
      account: { name: "鼎新石化", title: "设备部部长" },
      aliases: ["刘部长"],
      identifiers: [{ kind: "phone", value: "138****6021", visibility: "masked" }],
    });
  });

  test("are listed by pinyin, searched by a part of the name, counted and filtered", async () => {
    await typed("安立", "13811110001", { title: "总监" });
    await typed("单雄信", "13811110002", { title: "经理" });
    const list = await admin().call(contacts.list, { query: { search: "立" } });
    expect(list.body.rows.map((row: { name: string }) => row.name)).toEqual(["安立"]);
    const filter = JSON.stringify({
      combinator: "and",
      rules: [{ field: "contact.title", operator: "is", value: "经理" }],
    });
    const filtered = await admin().call(contacts.list, { query: { filter } });
    expect(filtered.body.rows).toMatchObject([{ name: "单雄信" }]);
    expect((await admin().call(contacts.count, { query: { filter } })).body).toEqual({
      count: 1,
      exact: true,
      rough: false,
    });
    const first = await admin().call(contacts.list, { query: { limit: 1 } });
    expect(first.body.rows).toMatchObject([{ name: "安立" }]);
    const second = await admin().call(contacts.list, { query: { limit: 1, cursor: first.body.nextCursor } });
    expect(second.body.rows).toHaveLength(1);
    expect(second.body.rows[0].name).not.toBe("安立");
  });

  test("a filter on what is masked is refused with its path, and a wrong one too", async () => {
    const ask = (rule: object, who = cast.林晓) =>
      http.as(who).call(contacts.list, { query: { filter: JSON.stringify({ combinator: "and", rules: [rule] }) } });
    expect((await ask({ field: "contact.phone", operator: "is", value: "13800006021" })).problem).toMatchObject({
      status: 400,
      code: "filter_invalid",
      fields: [{ pointer: "/query/filter/rules/0/field" }],
    });
    expect((await ask({ field: "contact.nothing", operator: "is", value: "1" })).status).toBe(400);
  });

  test("are edited column by column; a stale value is answered with who wrote the new one; undo restores", async () => {
    const id = await typed("韩雪", "13811110003");
    const edit = (body: object) => admin().call(contacts.edit, { params: { contactId: id }, body });
    const first = await edit({ note: { from: null, to: "预算 120 万" } });
    expect(first.body.note).toBe("预算 120 万");
    const stale = await edit({ note: { from: null, to: "没有预算" } });
    expect(stale.problem).toMatchObject({ status: 409, code: "changed_meanwhile" });
    expect((await edit({ regionCode: { from: null, to: "330100" } })).body.regionCode).toBe("330100");
    await undoOperation(database.house, {
      operationId: first.operationId ?? "",
      actor: { kind: "person", personId: cast.吴桐 },
      source: "web",
    });
    const shown = await admin().call(contacts.show, { params: { contactId: id } });
    expect(shown.body).toMatchObject({ note: null, regionCode: "330100" });
  });

  test("take and give up identifiers; one of somebody else is refused", async () => {
    const id = await typed("于洋", "13811110004");
    const stranger = await typed("潘毅", "13811110005");
    const add = (contactId: string, kind: string, value: string) =>
      admin().call(contacts.addIdentifier, { params: { contactId }, body: { kind, value } });
    expect((await add(id, "phone", "13811110005")).status).toBe(403); // an administrator sees phones masked
    expect((await add(id, "member:erp", "C-1001")).body.identifiers).toHaveLength(2);
    expect((await add(stranger, "member:erp", "C-1001")).problem).toMatchObject({ code: "identifier_taken" });
    expect((await add(stranger, "member:erp", "")).status).toBe(400);
    const shown = await admin().call(contacts.show, { params: { contactId: id } });
    const member = shown.body.identifiers.find((one: { kind: string }) => one.kind === "member:erp");
    await admin().call(contacts.retireIdentifier, { params: { contactId: id, identifierId: member.id } });
    expect((await add(stranger, "member:erp", "C-1001")).body.identifiers).toHaveLength(2);
  });

  test("a number that cannot be dialled says why, in words", async () => {
    const create = (kind: string, value: string) =>
      admin().call(contacts.create, { body: { name: "高峰", identifiers: [{ kind, value }] } });
    for (const [value, code, message] of [
      ["1381111000", "field.phone_too_short", "号码位数不够，请核对"],
      ["138****0006", "field.phone_masked", "号码有几位是星号，请填完整的号码"],
      ["62335566", "field.phone_area_code_missing", "座机要带区号，例如 021-62335566"],
    ] as const) {
      expect((await create("phone", value)).problem).toMatchObject({
        status: 400,
        code: "identifier_impossible",
        fields: [{ pointer: "/identifiers/0/value", code, message }],
      });
    }
    expect((await create("email", "gao@")).problem).toMatchObject({ fields: [{ code: "identifier_impossible" }] });
  });

  test("a mask is looked behind only by who may, and it is written down", async () => {
    const id = await typed("高峰", "13811110006");
    const shown = await admin().call(contacts.show, { params: { contactId: id } });
    const params = { contactId: id, identifierId: shown.body.identifiers[0].id };
    expect((await admin().call(contacts.reveal, { params })).body).toEqual({ value: "+8613811110006" });
    expect((await http.as(cast.林晓).call(contacts.reveal, { params })).status).toBe(403);
    const { rows } = await database.pool.query("select person_id from security_event where kind = 'revealed'");
    expect(rows).toEqual([{ person_id: cast.吴桐 }]);
  });
});

describe("somebody without the right", () => {
  test("does not know that a contact exists, nor edits one", async () => {
    const id = await typed("谢文博", "13811110007");
    const params = { contactId: id };
    expect((await http.as(cast.陈浩).call(contacts.show, { params })).status).toBe(404);
    expect(
      (await http.as(cast.陈浩).call(contacts.edit, { params, body: { note: { from: null, to: "我的" } } })).status,
    ).toBe(404);
    expect((await http.as(cast.何川).call(contacts.edit, { params, body: {} })).status).toBe(403);
    expect((await http.as(cast.何川).call(contacts.create, { body: { name: "某人", identifiers: [] } })).status).toBe(
      403,
    );
    expect((await http.as(null).call(contacts.list)).status).toBe(401);
    const fields = await http.as(cast.陈浩).call(contacts.fields);
    expect(fields.body.find((field: { id: string }) => field.id === "contact.phone")).toMatchObject({
      filterable: false,
    });
  });
});

describe("who types a contact in", () => {
  type Typed = { name: string; title?: string; company?: string; identifiers: { kind: string; value: string }[] };
  const typedBy = (who: string, body: Typed) => http.as(who).call(contacts.create, { body });

  test("owns it, opens it with its company, edits it, and finds it in the list; a colleague of another team does not", async () => {
    const identifiers = [{ kind: "phone", value: "13811110021" }];
    const made = await typedBy(cast.陈浩, { name: "邵一鸣", company: "长风制造", identifiers });
    expect(made).toMatchObject({ status: 201, body: { created: true } });
    const params = { contactId: made.body.contactId };
    const shown = await http.as(cast.陈浩).call(contacts.show, { params });
    expect(shown.body).toMatchObject({
      mayEdit: true,
      owner: { id: cast.陈浩, name: "陈浩" },
      identifiers: [{ value: "+8613811110021" }],
    });
    const edited = await http
      .as(cast.陈浩)
      .call(contacts.edit, { params, body: { note: { from: null, to: "展会上认识" } } });
    expect(edited.body.note).toBe("展会上认识");
    const listed = await http.as(cast.陈浩).call(contacts.list, { query: { search: "邵一鸣" } });
    expect(listed.body.rows).toHaveLength(1);
    const { rows } = await database.pool.query("select owner_id, confirmed from account where name = '长风制造'");
    expect(rows).toEqual([{ owner_id: cast.陈浩, confirmed: false }]);
    expect((await http.as(cast.王倩).call(contacts.show, { params })).status).toBe(404);
    expect((await http.as(cast.赵磊).call(contacts.show, { params })).status).toBe(200);
  });

  test("is not given one that others look after, and changes nothing of it", async () => {
    const identifiers = [{ kind: "phone", value: "13811110022" }];
    const made = await typedBy(cast.陈浩, { name: "凌云", identifiers });
    const again = await typedBy(cast.王倩, { name: "凌总", title: "厂长", identifiers });
    expect(again.problem).toMatchObject({ status: 409, code: "contact_of_others" });
    const shown = await http.as(cast.陈浩).call(contacts.show, { params: { contactId: made.body.contactId } });
    expect(shown.body).toMatchObject({ aliases: [], title: null });
    expect((await typedBy(cast.陈浩, { name: "凌云", identifiers })).body).toEqual({ ...made.body, created: false });
  });
});
