import { contacts } from "@tongzhou/contract/contacts";
import { identity } from "@tongzhou/contract/identity";
import { beforeAll, expect, test } from "vitest";
import { fieldActs, openFieldWorld } from "./field-world.fixture.ts";
import type { FieldWorld } from "./field-world.fixture.ts";

let world: FieldWorld;
beforeAll(async () => void (world = await openFieldWorld()));
const { admin, newContact, set, valuesOf, undo } = fieldActs(() => world);

const merge = async (survivorId: string, mergedId: string) => {
  const merged = await admin().call(identity.merge, { body: { survivorId, mergedId, take: [] } });
  expect(merged.status).toBe(200);
  return merged;
};

test("when contacts merge the survivor keeps its values and gets those it had not; each has its own back afterwards", async () => {
  const both = await world.add({ name: "两边都有" });
  const one = await world.add({ name: "只有一边" });
  const later = await world.add({ name: "后来填的" });
  const survivor = await newContact({ [both.id]: "甲" }, admin());
  const other = await newContact({ [both.id]: "乙", [one.id]: "丙" }, admin());
  await merge(survivor, other);
  expect(await valuesOf(survivor, admin())).toEqual({ [both.id]: "甲", [one.id]: "丙" });
  expect((await set(survivor, later, null, "丁", admin())).status).toBe(200);
  expect((await set(other, later, null, "戊", admin())).status).toBe(403);
  await admin().call(identity.unmerge, { params: { contactId: other } });
  expect(await valuesOf(survivor, admin())).toEqual({ [both.id]: "甲", [later.id]: "丁" });
  expect(await valuesOf(other, admin())).toEqual({ [both.id]: "乙", [one.id]: "丙" });
});

test("a value that the survivor emptied leaves the other's where it was, and merging again brings it up", async () => {
  const field = await world.add({ name: "清空" });
  const survivor = await newContact({ [field.id]: "甲" }, admin());
  const other = await newContact({ [field.id]: "乙" }, admin());
  await set(survivor, field, "甲", null, admin());
  await merge(survivor, other);
  expect(await valuesOf(survivor, admin())).toEqual({ [field.id]: "乙" });
  await admin().call(identity.unmerge, { params: { contactId: other } });
  expect(await valuesOf(survivor, admin())).toEqual({});
  expect(await valuesOf(other, admin())).toEqual({ [field.id]: "乙" });
});

test("undoing the making of a contact removes its values first, and undoing that brings both back", async () => {
  const field = await world.add({ name: "随建随删" });
  const made = await admin().call(contacts.create, {
    body: { name: "韩梅梅", title: null, company: null, identifiers: [], custom: { [field.id]: "甲" } },
  });
  const id = made.body.contactId;
  const undone = await undo(made.operationId, world.cast.吴桐);
  expect((await admin().call(contacts.show, { params: { contactId: id } })).status).toBe(404);
  const left = await world.database.pool.query("select from custom_value where contact_id = $1", [id]);
  expect(left.rowCount).toBe(0);
  await undo("operationId" in undone ? undone.operationId : undefined, world.cast.吴桐);
  expect(await valuesOf(id, admin())).toEqual({ [field.id]: "甲" });
});
