import { audit } from "@tongzhou/contract/audit";
import { contacts } from "@tongzhou/contract/contacts";
import { fields } from "@tongzhou/contract/fields";
import type { CustomField } from "@tongzhou/contract/fields";
import { beforeAll, describe, expect, test } from "vitest";
import { fieldActs, openFieldWorld } from "../../field-world.fixture.ts";
import type { FieldWorld } from "../../field-world.fixture.ts";

let world: FieldWorld;
beforeAll(async () => void (world = await openFieldWorld()));
const { admin, rep, newContact, place, set, valuesOf, asked, rule } = fieldActs(() => world);

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
