import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { bulk } from "@tongzhou/contract/bulk";
import { contacts } from "@tongzhou/contract/contacts";
import type { ContactRow } from "@tongzhou/contract/contacts";
import { fields } from "@tongzhou/contract/fields";
import { openBulkWorld, rowsOf } from "./bulk-world.fixture.ts";
import type { BulkWorld } from "./bulk-world.fixture.ts";

const RUNS = 20;
const PEOPLE = ["陈浩", "王倩", "赵磊", "周敏", "吴桐"] as const;
const FACTS = ["title", "regionCode", "added"] as const;
const VALUES = {
  title: ["厂长", "工程师", null],
  regionCode: ["330000", null],
  added: ["四足", "轮式", null],
} as const;

let world: BulkWorld;
let addedId: string;
let ids: string[] = [];

beforeAll(async () => {
  world = await openBulkWorld();
  const { cast, http } = world;
  const added = await http
    .as(cast.吴桐)
    .call(fields.create, { body: { object: "contact", type: "text", name: "机型", sensitive: true } });
  addedId = added.body.id;
  for (const [at, owner] of [...PEOPLE, ...PEOPLE].entries()) {
    const identifiers = [{ kind: "phone", value: `1360000${String(at).padStart(4, "0")}` }];
    const body = { name: `人 ${at}`, title: at % 2 === 0 ? "厂长" : null, company: at % 3 === 0 ? "鼎新石化" : null };
    const made = await http.as(cast[owner]).call(contacts.create, { body: { ...body, identifiers } });
    ids = [...ids, made.body.contactId];
  }
});

/** What the rows say of a fact, by the whole house's own eyes. */
async function held(fact: (typeof FACTS)[number]): Promise<Map<string, unknown>> {
  const column = { title: "c.title", regionCode: "c.region_code", added: "v.text_value" }[fact];
  const rows = await world.rows(
    `select c.id, ${column} as value from contact as c
     left join custom_value as v on v.contact_id = c.id and v.field_id = $1`,
    [addedId],
  );
  return new Map(rows.map(({ id, value }) => [String(id), value]));
}

const asked = fc.record({
  who: fc.constantFrom(...PEOPLE),
  change: fc
    .constantFrom(...FACTS)
    .chain((fact) => fc.record({ fact: fc.constant(fact), value: fc.constantFrom(...VALUES[fact]) })),
  chosen: fc.oneof(fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 1 }), fc.constant("all" as const)),
});

test("what a preview counts is what happens: to rows one may edit that differ, to no others; undo restores all", async () => {
  const { cast, http } = world;
  await fc.assert(
    fc.asyncProperty(asked, async ({ who, change: { fact, value }, chosen }) => {
      const by = http.as(cast[who]);
      const choice =
        chosen === "all"
          ? { filter: { combinator: "and" as const, rules: [] } }
          : { ids: chosen.map((at) => ids[at] ?? "") };
      const field = fact === "added" ? `custom.${addedId}` : fact;
      const input = { params: { object: "contact" as const }, body: { choice, field, value } };

      const listed: ContactRow[] = (await by.call(contacts.list, { query: { limit: 100 } })).body.rows;
      const before = await world.everything();
      const valuesBefore = await held(fact);
      const isChosen = (id: string) => !("ids" in choice) || choice.ids.includes(id);
      const expected = listed
        .filter(({ id, mayEdit, mayEditJob }) => isChosen(id) && mayEdit && (fact !== "title" || mayEditJob))
        .filter(({ id }) => (valuesBefore.get(id) ?? null) !== value)
        .map(({ id }) => id);
      const seen = listed.filter(({ id }) => isChosen(id)).length;

      const preview = (await by.call(bulk.previewEdit, input)).body;
      expect(preview.changes).toBe(expected.length);
      expect(rowsOf(preview)).toBe("ids" in choice ? choice.ids.length : seen);
      const done = await by.call(bulk.edit, input);
      if (seen === 0) {
        expect(done.status).toBe(404);
        return;
      }
      expect(done.body).toMatchObject({ changed: expected.length, longOperationId: null });
      const valuesAfter = await held(fact);
      for (const [id, was] of valuesBefore) {
        expect(valuesAfter.get(id) ?? null).toBe(expected.includes(id) ? value : (was ?? null));
      }
      // Every other one stays done, so that the next begins elsewhere.
      if (expected.length % 2 === 0) return;
      await world.undo(done.operationId, cast[who]);
      expect(await world.everything()).toEqual(before);
    }),
    { numRuns: RUNS },
  );
});
