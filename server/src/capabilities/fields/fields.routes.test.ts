import { fields } from "@tongzhou/contract/fields";
import type { CustomField } from "@tongzhou/contract/fields";
import { beforeAll, describe, expect, test } from "vitest";
import { fieldActs, openFieldWorld } from "../../field-world.fixture.ts";
import type { FieldWorld } from "../../field-world.fixture.ts";

let world: FieldWorld;
beforeAll(async () => void (world = await openFieldWorld()));
const { admin, rep, undo } = fieldActs(() => world);

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
