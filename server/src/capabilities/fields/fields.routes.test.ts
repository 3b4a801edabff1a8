import { audit } from "@tongzhou/contract/audit";
import { campaigns } from "@tongzhou/contract/campaigns";
import { contacts } from "@tongzhou/contract/contacts";
import type { RuleGroup } from "@tongzhou/contract/conditions";
import { fields } from "@tongzhou/contract/fields";
import type { CustomField, FieldValue } from "@tongzhou/contract/fields";
import { beforeAll, describe, expect, test } from "vitest";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { openFieldWorld } from "./field-world.fixture.ts";
import type { FieldWorld } from "./field-world.fixture.ts";

let world: FieldWorld;
beforeAll(async () => void (world = await openFieldWorld()));

const admin = () => world.http.as(world.cast.吴桐);
const rep = () => world.http.as(world.cast.陈浩);
let people = 0;
const newContact = async (custom: Record<string, FieldValue> = {}, who = rep()): Promise<string> => {
  people += 1;
  const made = await who.call(contacts.create, {
    body: { name: `李雷${people}`, title: null, company: null, identifiers: [], custom },
  });
  if (made.status !== 201) throw new Error(JSON.stringify(made.problem));
  return made.body.contactId;
};
const place = (recordId: string, object: "contact" | "campaign" = "contact") => ({ params: { object, recordId } });
const set = (recordId: string, field: CustomField, from: FieldValue, to: FieldValue, who = rep()) =>
  who.call(fields.editValues, { ...place(recordId), body: { changes: { [field.id]: { from, to } } } });
const valuesOf = async (recordId: string, who = rep()): Promise<Record<string, FieldValue>> => {
  const shown = await who.call(fields.values, place(recordId));
  return Object.fromEntries(
    shown.body.values.map((one: { fieldId: string; value: FieldValue }) => [one.fieldId, one.value]),
  );
};
const undo = (operationId: string | undefined, personId = world.cast.陈浩) =>
  undoOperation(world.database.house, {
    operationId: operationId ?? "",
    actor: { kind: "person", personId },
    source: "web",
  });
const asked = (group: RuleGroup) => ({ query: { filter: JSON.stringify(group) } });
const rule = (field: CustomField, operator: string, value?: unknown): RuleGroup => ({
  combinator: "and",
  rules: [{ field: `${field.object}.custom.${field.id}`, operator, ...(value === undefined ? {} : { value }) }],
});

describe("a field", () => {
  test("is added, changed, ordered and archived by an administrator, and undo takes it back", async () => {
    const budget = await world.add({ name: "年度预算", nameEn: "Yearly budget", object: "account", type: "money" });
    const rank = await world.add({
      name: "客户等级",
      object: "account",
      type: "choice",
      options: [{ name: "战略" }, { name: "普通" }],
    });
    const edited = await admin().call(fields.edit, {
      params: { fieldId: budget.id },
      body: { name: { from: "年度预算", to: "明年预算" }, weight: { from: "reference", to: "decision" } },
    });
    expect(edited.body).toMatchObject({ name: "明年预算", weight: "decision", nameEn: "Yearly budget" });
    await admin().call(fields.order, { params: { object: "account" }, body: { fieldIds: [rank.id, budget.id] } });
    const listed = (await rep().call(fields.list)).body.filter(({ object }: CustomField) => object === "account");
    expect(listed.map(({ name }: CustomField) => name)).toEqual(["客户等级", "明年预算"]);
    await undo(edited.operationId, world.cast.吴桐);
    const archived = await admin().call(fields.edit, {
      params: { fieldId: rank.id },
      body: { archived: { from: false, to: true } },
    });
    expect(archived.status).toBe(200);
    const left = (await rep().call(fields.list)).body.filter(({ object }: CustomField) => object === "account");
    expect(left.map(({ name }: CustomField) => name)).toEqual(["年度预算"]);
    expect((await admin().call(fields.settings)).body).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: rank.id, archived: true, used: 0 })]),
    );
  });

  test("is nobody else's to add, change or order", async () => {
    const field = await world.add({ name: "只读" });
    for (const who of [world.cast.林晓, world.cast.陈浩, world.cast.赵磊, world.cast.何川]) {
      const one = world.http.as(who);
      expect((await one.call(fields.create, { body: { object: "lead", type: "text", name: "x" } })).status).toBe(403);
      const edit = { params: { fieldId: field.id }, body: { required: { from: false, to: true } } };
      expect((await one.call(fields.edit, edit)).status).toBe(403);
      expect((await one.call(fields.order, { params: { object: "lead" }, body: { fieldIds: [] } })).status).toBe(403);
      expect((await one.call(fields.settings)).status).toBe(403);
    }
    expect((await world.http.as(null).call(fields.list)).status).toBe(401);
  });

  test("is refused where its settings contradict each other", async () => {
    const refused = async (body: object) =>
      (await admin().call(fields.create, { body: { object: "lead", type: "text", name: "矛盾", ...body } })).problem
        ?.code;
    expect(await refused({ type: "choice" })).toBe("field_contradicts");
    expect(await refused({ type: "link" })).toBe("field_contradicts");
    expect(await refused({ type: "boolean", unique: true })).toBe("field_contradicts");
    expect(await refused({ unique: true, defaultValue: "x" })).toBe("field_contradicts");
    expect(await refused({ type: "number", defaultValue: "x" })).toBe("field_value_wrong");
    await world.add({ name: "重名", object: "lead" });
    expect(await refused({ name: "重名" })).toBe("field_name_taken");
  });
});

describe("values", () => {
  test("of every type are written, read back, changed, emptied and undone", async () => {
    const [high, low] = [world.database.house.newId(), world.database.house.newId()];
    const options = [
      { id: high, name: "高" },
      { id: low, name: "低" },
    ];
    const other = await newContact();
    const samples: [Partial<Parameters<FieldWorld["add"]>[0]>, FieldValue, FieldValue][] = [
      [{ type: "text" }, "甲", "乙"],
      [{ type: "long" }, "一\n二", "三"],
      [{ type: "number" }, 12.5, 0],
      [{ type: "money" }, { amount: 1200, currency: "CNY" }, { amount: 5, currency: "USD" }],
      [{ type: "date" }, "2025-11-20", "2024-02-29"],
      [{ type: "choice", options }, high, low],
      [{ type: "choices", options }, [high, low], [low]],
      [{ type: "boolean" }, false, true],
      [{ type: "user" }, world.cast.王倩, world.cast.陈浩],
      [{ type: "link", linkedObject: "contact" }, other, other],
      [{ type: "region" }, "330100", "110000"],
      [{ type: "industry" }, "26", "39"],
    ];
    for (const [draft, first, second] of samples) {
      const field = await world.add({ name: `类型 ${draft.type}`, ...draft });
      const id = await newContact();
      const written = await set(id, field, null, first);
      expect(written.status, draft.type).toBe(200);
      expect((await valuesOf(id))[field.id]).toEqual(first);
      const changed = await set(id, field, first, second);
      expect((await valuesOf(id))[field.id]).toEqual(second);
      await set(id, field, second, null);
      expect((await valuesOf(id))[field.id]).toBeUndefined();
      expect((await set(id, field, null, second)).status).toBe(200);
      expect(changed.operationId).toBeDefined();
    }
    const field = await world.add({ name: "可撤销" });
    const id = await newContact();
    const first = await set(id, field, null, "一");
    const second = await set(id, field, "一", "二");
    await undo(second.operationId);
    expect((await valuesOf(id))[field.id]).toBe("一");
    await undo(first.operationId);
    expect(await valuesOf(id)).toEqual({});
  });

  test("that do not fit their type are refused with the field", async () => {
    const wrong: [Partial<Parameters<FieldWorld["add"]>[0]>, FieldValue][] = [
      [{ type: "number" }, "12"],
      [{ type: "date" }, "2025-02-30"],
      [{ type: "text" }, "x".repeat(201)],
      [{ type: "choice", options: [{ name: "高" }] }, world.database.house.newId()],
      [{ type: "user" }, world.database.house.newId()],
      [{ type: "link", linkedObject: "contact" }, world.database.house.newId()],
      [{ type: "region" }, "浙江"],
    ];
    for (const [draft, value] of wrong) {
      const field = await world.add({ name: `错 ${draft.type}`, ...draft });
      const id = await newContact();
      const refused = await set(id, field, null, value);
      expect(refused.problem, draft.type).toMatchObject({ status: 400, code: "field_value_wrong" });
    }
  });

  test("that somebody changed meanwhile are named with value, who and when", async () => {
    const field = await world.add({ name: "同时" });
    const id = await newContact();
    await set(id, field, null, "一");
    await set(id, field, "一", "二", admin());
    const stale = await set(id, field, "一", "三");
    expect(stale.problem).toMatchObject({
      status: 409,
      code: "changed_meanwhile",
      params: { conflicts: [{ field: field.id, value: "二", byId: world.cast.吴桐, byName: "吴桐" }] },
    });
    await set(id, field, "二", null, admin());
    const emptied = await set(id, field, "二", "三");
    expect(emptied.problem?.params).toMatchObject({ conflicts: [{ value: null, byName: "吴桐" }] });
    const other = await world.add({ name: "另一个" });
    expect((await set(id, other, null, "四")).status).toBe(200);
  });

  test("that are required are asked for with a new record and stay", async () => {
    const field = await world.add({ name: "必填", required: true });
    const bare = await rep().call(contacts.create, {
      body: { name: "韩梅梅", title: null, company: null, identifiers: [] },
    });
    expect(bare.problem).toMatchObject({
      status: 400,
      code: "field_value_required",
      fields: [{ pointer: `/custom/${field.id}` }],
    });
    const id = await newContact({ [field.id]: "有" });
    const emptied = await set(id, field, "有", null);
    expect(emptied.problem).toMatchObject({ status: 400, code: "field_value_required" });
    await admin().call(fields.edit, { params: { fieldId: field.id }, body: { required: { from: true, to: false } } });
  });

  test("begin with the default, which what is typed replaces", async () => {
    const field = await world.add({ name: "默认", type: "number", defaultValue: 7 });
    expect(await valuesOf(await newContact())).toMatchObject({ [field.id]: 7 });
    expect(await valuesOf(await newContact({ [field.id]: 9 }))).toMatchObject({ [field.id]: 9 });
    expect((await valuesOf(await newContact({ [field.id]: null })))[field.id]).toBeUndefined();
    await admin().call(fields.edit, { params: { fieldId: field.id }, body: { defaultValue: { from: 7, to: null } } });
  });

  test("that are unique are nobody else's, without regard to case and width, even for sixteen at once", async () => {
    const field = await world.add({ name: "会员号", unique: true });
    const first = await newContact({ [field.id]: "Ab-1" });
    const second = await newContact();
    const taken = await set(second, field, null, "ＡＢ-1");
    expect(taken.problem).toMatchObject({ status: 409, code: "field_value_taken", params: { holderId: first } });
    const racers = await Promise.all(Array.from({ length: 16 }, () => newContact()));
    const race = await Promise.all(racers.map((id) => set(id, field, null, "race")));
    expect(race.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(race.filter(({ status }) => status === 409)).toHaveLength(15);
    const shared = await world.add({ name: "昵称" });
    for (const id of [first, second]) await set(id, shared, null, "同名");
    const edit = { params: { fieldId: shared.id }, body: { unique: { from: false, to: true } } };
    expect((await admin().call(fields.edit, edit)).problem).toMatchObject({
      code: "field_not_unique",
      params: { count: 1 },
    });
    await set(second, shared, "同名", "别名");
    expect((await admin().call(fields.edit, edit)).body).toMatchObject({ unique: true });
    expect((await set(second, shared, "别名", "同名")).problem).toMatchObject({ code: "field_value_taken" });
  });

  test("are verified by somebody at some time, until they change", async () => {
    const field = await world.add({ name: "核实" });
    const id = await newContact({ [field.id]: "对" });
    const at = { params: { object: "contact" as const, recordId: id, fieldId: field.id } };
    const stale = await rep().call(fields.verify, { ...at, body: { value: "错" } });
    expect(stale.problem).toMatchObject({ code: "changed_meanwhile" });
    const verified = await rep().call(fields.verify, { ...at, body: { value: "对" } });
    expect(verified.body.values).toContainEqual(
      expect.objectContaining({
        fieldId: field.id,
        verified: { byId: world.cast.陈浩, byName: "陈浩", at: expect.any(String) },
      }),
    );
    const changed = await set(id, field, "对", "改");
    expect(changed.body.values).toContainEqual(expect.objectContaining({ value: "改", verified: null }));
    await undo(changed.operationId);
    const back = (await rep().call(fields.values, place(id))).body.values;
    expect(back).toContainEqual(
      expect.objectContaining({ value: "对", verified: expect.objectContaining({ byName: "陈浩" }) }),
    );
    expect((await rep().call(fields.unverify, at)).body.values).toContainEqual(
      expect.objectContaining({ verified: null }),
    );
  });

  test("are in lists and in filters at once", async () => {
    const field = await world.add({ name: "筛选", type: "number" });
    const [one, two] = [await newContact({ [field.id]: 10 }), await newContact({ [field.id]: 20 })];
    const listed = await rep().call(contacts.list, asked(rule(field, "at_least", 15)));
    expect(listed.body.rows.map(({ id }: { id: string }) => id)).toEqual([two]);
    expect(listed.body.rows[0].custom).toContainEqual({ fieldId: field.id, value: 20, label: null, masked: false });
    const empty = await rep().call(contacts.list, asked(rule(field, "empty")));
    expect(empty.body.rows.map(({ id }: { id: string }) => id)).not.toContain(one);
    const offered = (await rep().call(contacts.fields)).body;
    expect(offered).toContainEqual(
      expect.objectContaining({ id: `contact.custom.${field.id}`, names: { zh: "筛选", en: null }, filterable: true }),
    );
    await admin().call(fields.edit, { params: { fieldId: field.id }, body: { archived: { from: false, to: true } } });
    expect((await rep().call(contacts.list, asked(rule(field, "is", 10)))).body.rows).toHaveLength(1);
    expect((await rep().call(contacts.fields)).body.map(({ id }: { id: string }) => id)).not.toContain(
      `contact.custom.${field.id}`,
    );
  });

  test("go with a draft of a campaign that is removed, and come back with it", async () => {
    const field = await world.add({ name: "展位号", object: "campaign" });
    const marketer = world.http.as(world.cast.林晓);
    const made = await marketer.call(campaigns.create, {
      body: { name: "春季展会", type: "content", custom: { [field.id]: "B12" } },
    });
    expect(made.status).toBe(201);
    const removed = await marketer.call(campaigns.remove, { params: { campaignId: made.body.id } });
    expect(removed.status).toBe(200);
    await undo(removed.operationId, world.cast.林晓);
    const shown = await marketer.call(fields.values, place(made.body.id, "campaign"));
    expect(shown.body.values).toMatchObject([{ fieldId: field.id, value: "B12" }]);
    await undo(made.operationId, world.cast.林晓);
    expect((await marketer.call(fields.values, place(made.body.id, "campaign"))).status).toBe(404);
  });

  test("tell the audit which field they are of", async () => {
    const field = await world.add({ name: "留痕" });
    const id = await newContact();
    await set(id, field, null, "一");
    await set(id, field, "一", "二");
    const history = (await rep().call(audit.history, { params: { object: "contact", recordId: id } })).body.rows;
    const ours = history.filter(({ table }: { table: string }) => table === "custom_value");
    expect(ours.map(({ fieldId, act }: { fieldId: string; act: string }) => [fieldId, act])).toEqual([
      [field.id, "changed"],
      [field.id, "created"],
    ]);
    expect(ours[0].columns).toMatchObject([{ column: "text_value", before: { value: "一" }, after: { value: "二" } }]);
  });
});

describe("rights", () => {
  test("a field of some roles does not exist for the others, in any channel", async () => {
    const field = await world.add({ name: "主管批注", visibleTo: ["admin", "sales_manager"] });
    const id = await newContact();
    await set(id, field, null, "重点", admin());
    expect((await rep().call(fields.list)).body.map((one: CustomField) => one.id)).not.toContain(field.id);
    const shown = (await rep().call(fields.values, place(id))).body;
    expect(JSON.stringify(shown)).not.toContain(field.id);
    expect((await set(id, field, "重点", "看见了")).problem).toMatchObject({ code: "field_missing" });
    const filtered = await rep().call(contacts.list, asked(rule(field, "is", "重点")));
    expect(filtered.problem).toMatchObject({ status: 400, code: "filter_invalid" });
    expect(JSON.stringify((await rep().call(contacts.list)).body)).not.toContain(field.id);
    expect(JSON.stringify((await rep().call(contacts.fields)).body)).not.toContain(field.id);
    const history = await rep().call(audit.history, { params: { object: "contact", recordId: id } });
    expect(JSON.stringify(history.body)).not.toContain(field.id);
    expect((await valuesOf(id, admin()))[field.id]).toBe("重点");
  });

  test("a sensitive field is open to who may edit the record, masked for who may only read it, and never filtered by these", async () => {
    const field = await world.add({ name: "身份证号", sensitive: true });
    const id = await newContact({ [field.id]: "330106" });
    expect((await valuesOf(id))[field.id]).toBe("330106");
    const executive = world.http.as(world.cast.何川);
    const shown = (await executive.call(fields.values, place(id))).body;
    expect(shown).toMatchObject({ mayEdit: false });
    expect(shown.values).toEqual([{ fieldId: field.id, value: null, label: "****", masked: true, verified: null }]);
    const listed = JSON.stringify((await executive.call(contacts.list)).body);
    expect(listed).toContain(field.id);
    expect(listed).not.toContain("330106");
    const filtered = await executive.call(contacts.list, asked(rule(field, "is", "330106")));
    expect(filtered.problem).toMatchObject({ code: "filter_invalid" });
    const history = await executive.call(audit.history, { params: { object: "contact", recordId: id } });
    expect(JSON.stringify(history.body)).not.toContain("330106");
    expect((await set(id, field, "330106", "1", executive)).status).toBe(403);
  });

  test("nobody writes on a record that they may not edit, and nobody reads one out of their reach", async () => {
    const field = await world.add({ name: "无权" });
    const id = await newContact({}, admin());
    expect((await set(id, field, null, "x")).status).toBe(404);
    expect((await rep().call(fields.values, place(id))).status).toBe(404);
    const at = { params: { object: "contact" as const, recordId: id, fieldId: field.id } };
    expect((await rep().call(fields.verify, { ...at, body: { value: "x" } })).status).toBe(404);
    expect((await rep().call(fields.unverify, at)).status).toBe(404);
  });
});
