import fc from "fast-check";
import { expect, test } from "vitest";
import { accessObject } from "../access/access-object.ts";
import { accessWorlds } from "../access/access-world.fixture.ts";
import { fieldExists, fieldLevel, mayFilterBy } from "../access/field-access.ts";
import { heldBy } from "../access/held-by.fixture.ts";
import { maskWhole } from "../access/mask-text.ts";
import { NaiveAccess } from "../access/naive-access.fixture.ts";
import { PeopleSnapshot } from "../access/people-snapshot.ts";
import { Viewer } from "../access/viewer.ts";
import { fieldsOf } from "../conditions/index.ts";
import { houseFieldName } from "./house-field.ts";
import type { HouseField } from "./house-field.ts";

const WORLDS = 300;
const BOAT = accessObject("boat", { actions: ["read", "edit"], belonging: { owner: "owner_id", pool: "pool_id" } });

const houseField = fc
  .record({
    visibleTo: fc.option(fc.subarray(["role_0", "role_1", "role_2"], { minLength: 1 })),
    sensitive: fc.boolean(),
  })
  .map((rights): HouseField => ({
    ...rights,
    id: "f",
    object: "boat",
    mask: maskWhole,
    archived: false,
    condition: fieldsOf<{ colour: string }>("boat")({
      id: "boat.custom.f",
      label: "f",
      type: "text",
      column: "colour",
    }),
    names: { "zh-CN": "颜色", en: "Colour" },
    sheet: { kind: "text", cell: ({ label }) => label },
  }));

test("in any world an added field is hidden from other roles, and a sensitive one masked for who may not edit the record", () => {
  fc.assert(
    fc.property(accessWorlds, houseField, (world, field) => {
      const naive = new NaiveAccess(world.rows);
      const snapshot = new PeopleSnapshot({ ...world.rows, houseFields: [field] });
      const name = houseFieldName(field.id);
      for (const person of world.rows.people) {
        const viewer = new Viewer(snapshot, person);
        const codes = (id: string): string => world.rows.roles.find((role) => role.id === id)?.code ?? "";
        const roleIds = person.roleIds.filter((id) => field.visibleTo === null || field.visibleTo.includes(codes(id)));
        // Nobody without a role has any grant; a field that everybody sees whole is nobody's to grant.
        const isLimited = field.visibleTo !== null || field.sensitive;
        const levels = world.records.map((record) => {
          if (!isLimited) return "edit";
          if (roleIds.length === 0) return "hidden";
          return !field.sensitive || naive.may({ ...person, roleIds }, "boat", "edit", record) ? "edit" : "masked";
        });
        for (const [position, record] of world.records.entries()) {
          expect(fieldLevel(viewer, BOAT, name, heldBy(record))).toBe(levels[position]);
        }
        expect(fieldExists(viewer, BOAT, name)).toBe(!isLimited || roleIds.length > 0);
        if (!mayFilterBy(viewer, BOAT, name)) continue;
        // Whoever may filter reads it on whatever they may read at all.
        for (const [position, record] of world.records.entries()) {
          if (naive.may(person, "boat", "read", record)) expect(levels[position]).toBe("edit");
        }
      }
    }),
    { numRuns: WORLDS },
  );
});

test("a field that is not known any more is nobody's without a grant for all", () => {
  const role = { id: "r", code: "rep", grants: new Map(), fields: new Map() };
  const person = {
    id: "1",
    name: "陈浩",
    email: null,
    language: "zh-CN",
    teamId: null,
    active: true,
    signInId: null,
    roleIds: ["r"],
  } as const;
  const snapshot = new PeopleSnapshot({ people: [person], teams: [], roles: [role], pools: [] });
  expect(fieldLevel(new Viewer(snapshot, person), BOAT, houseFieldName("gone"), {})).toBe("hidden");
});
