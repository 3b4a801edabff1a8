import { audit } from "@tongzhou/contract/audit";
import { campaigns } from "@tongzhou/contract/campaigns";
import { contacts } from "@tongzhou/contract/contacts";
import { fields } from "@tongzhou/contract/fields";
import type { FieldValue } from "@tongzhou/contract/fields";
import { beforeAll, describe, expect, test } from "vitest";
import { fieldActs, openFieldWorld } from "../../field-world.fixture.ts";
import type { FieldWorld } from "../../field-world.fixture.ts";

let world: FieldWorld;
beforeAll(async () => void (world = await openFieldWorld()));
const { admin, rep, newContact, place, set, valuesOf, undo, asked, rule } = fieldActs(() => world);

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
