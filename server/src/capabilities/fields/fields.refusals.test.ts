import { audit } from "@tongzhou/contract/audit";
import { contacts } from "@tongzhou/contract/contacts";
import { fields } from "@tongzhou/contract/fields";
import type { CustomField } from "@tongzhou/contract/fields";
import { beforeAll, describe, expect, test } from "vitest";
import { fieldActs, openFieldWorld } from "../../field-world.fixture.ts";
import type { FieldWorld } from "../../field-world.fixture.ts";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import type { RefusalCase } from "../../platform/http/test-refusals.ts";
import { readPools } from "../leads/index.ts";
import { openDirectory } from "../people/index.ts";
import { fieldsMessages, fieldsRoutes } from "./index.ts";

let world: FieldWorld;
/** The endpoints of this capability alone, over the same world. */
let http: TestHttp;
let ofAdmin: { recordId: string; fieldId: string };

beforeAll(async () => {
  world = await openFieldWorld();
  http = await openTestHttp({
    house: world.database.house,
    directory: openDirectory(world.database.house, readPools),
    messages: [fieldsMessages],
    register: (routes) => fieldsRoutes(routes, () => {}),
  });
  const field = await world.add({ name: "只给主人改" });
  ofAdmin = { recordId: await newContact({}, admin()), fieldId: field.id };
});
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

const NOBODYS = "fields are settings of the house and belong to no team";
const NO_SECRET = "which fields there are is no secret; those hidden from a role are left out, as tested above";
const byRep =
  (input: () => object): RefusalCase =>
  () => ({ by: http.as(world.cast.陈浩), input: input() });
const byExecutive =
  (input: () => object): RefusalCase =>
  () => ({ by: http.as(world.cast.何川), input: input() });
const recordOfAdmin = (more: object = {}) => ({ params: { object: "contact", recordId: ofAdmin.recordId }, ...more });
const valueOfAdmin = (more: object = {}) => ({ params: { object: "contact", ...ofAdmin }, ...more });
const change = (): object => recordOfAdmin({ body: { changes: { [ofAdmin.fieldId]: { from: null, to: "x" } } } });
const verdict = (): object => valueOfAdmin({ body: { value: null } });

testRefusals(() => http, {
  "fields.listFields": { mayNot: NO_SECRET, wrongTeam: NO_SECRET },
  "fields.listAllFields": { mayNot: byRep(() => ({})), wrongTeam: NOBODYS },
  "fields.createField": {
    mayNot: byRep(() => ({ body: { object: "contact", type: "text", name: "私自" } })),
    wrongTeam: NOBODYS,
  },
  "fields.editField": {
    mayNot: byRep(() => ({
      params: { fieldId: ofAdmin.fieldId },
      body: { changes: { name: { from: "只给主人改", to: "x" } } },
    })),
    wrongTeam: NOBODYS,
  },
  "fields.orderFields": {
    mayNot: byRep(() => ({ params: { object: "contact" }, body: { fieldIds: [] } })),
    wrongTeam: NOBODYS,
  },
  "fields.showValues": {
    mayNot: byRep(() => ({ params: { object: "campaign", recordId: ofAdmin.recordId } })),
    wrongTeam: byRep(recordOfAdmin),
  },
  "fields.editValues": { mayNot: byExecutive(change), wrongTeam: byRep(change) },
  "fields.verifyValue": { mayNot: byExecutive(verdict), wrongTeam: byRep(verdict) },
  "fields.unverifyValue": { mayNot: byExecutive(valueOfAdmin), wrongTeam: byRep(valueOfAdmin) },
});
