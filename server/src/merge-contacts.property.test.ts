import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { createApp } from "./app.ts";
import { openCaptureWorld } from "./capture-world.fixture.ts";
import type { CaptureWorld } from "./capture-world.fixture.ts";
import type { CaptureDraft } from "./capabilities/capture/index.ts";
import { normaliseIdentifier, sortName } from "./capabilities/contacts/index.ts";
import { mergeContacts, unmergeContact } from "./capabilities/identity/index.ts";
import { openPeople } from "./capabilities/people/index.ts";
import { strayHomes } from "./homes.fixture.ts";
import { Viewer } from "./platform/access/viewer.ts";

const RUNS = 30;
const PEOPLE = 4;
const AT = new Date("2025-11-10T02:00:00.000Z");

/** What somebody may do; numbers are people, and the numbers of theirs that a form brings. */
type Step =
  | { readonly kind: "capture"; readonly phones: readonly number[]; readonly name: string; readonly line: boolean }
  | { readonly kind: "merge"; readonly survivor: number; readonly merged: number; readonly take: boolean }
  | { readonly kind: "unmerge"; readonly merged: number };

const person = fc.nat({ max: PEOPLE - 1 });
const capture = fc.record({
  kind: fc.constant("capture" as const),
  phones: fc.uniqueArray(person, { minLength: 1, maxLength: 2 }),
  name: fc.constantFrom("张伟", "张总", "李娜"),
  line: fc.boolean(),
});
const merge = fc.record({
  kind: fc.constant("merge" as const),
  survivor: person,
  merged: person,
  take: fc.boolean(),
});
const unmerge = fc.record({ kind: fc.constant("unmerge" as const), merged: person });

let world: CaptureWorld;
let admin: Viewer;
let lines: string[];
let worlds = 0;

beforeAll(async () => {
  // Loading the whole application is what makes every capability add the rows that follow a contact.
  expect(createApp).toBeTypeOf("function");
  world = await openCaptureWorld();
  await world.putInForce();
  const { signIn } = await openPeople(world.database.house);
  const snapshot = await signIn.directory.snapshot();
  const him = snapshot.people.get(world.cast.吴桐);
  if (!him) throw new Error("the admin is not there");
  admin = new Viewer(snapshot, him);
  lines = (await world.rows("select id from product_line order by id limit 1")).map(({ id }) => String(id));
});

/** One small company of people with phones of their own; several live in one database beside each other. */
class Island {
  readonly #number = ++worlds;
  readonly contacts: string[] = [];
  #forms = 0;

  /** Everybody fills in a form first, so that they are there; some share a switchboard and a company. */
  static async settle(): Promise<Island> {
    const island = new Island();
    for (let one = 0; one < PEOPLE; one++) {
      await island.capture({ phones: [one], name: `人${one}`, line: one % 2 === 0 });
      const [row] = await world.rows("select contact_id as id from identifier where kind = 'phone' and value = $1", [
        island.#phone(one).value,
      ]);
      island.contacts.push(String(row?.["id"]));
    }
    return island;
  }

  #phone(one: number) {
    const made = normaliseIdentifier(
      "phone",
      `138${String(this.#number).padStart(6, "0")}${String(one).padStart(2, "0")}`,
    );
    if (made.value === null) throw new Error("not a phone");
    return { kind: made.kind, value: made.value, raw: made.value, strong: made.strong };
  }

  async capture({ phones, name, line }: Omit<Extract<Step, { kind: "capture" }>, "kind">): Promise<void> {
    const switchboard = normaliseIdentifier("phone", `0755-${26_000_000 + this.#number}`);
    if (switchboard.value === null) throw new Error("not a switchboard");
    const { kind, value, strong } = switchboard;
    const identifiers = [...phones.map((one) => this.#phone(one)), { kind, value, raw: value, strong }];
    const draft: CaptureDraft = {
      contact: { name, nameSort: sortName(name), identifiers },
      account: { name: `海岛${this.#number}号公司`, key: `海岛${this.#number}号公司`, creditCode: null, nameSort: "h" },
      touch: { kind: "form", title: `表单${++this.#forms}` },
      at: AT,
      productLineId: line ? (lines[0] ?? null) : null,
      campaignId: null,
      source: "官网",
      entry: { kind: "captured" },
    };
    await world.capture(draft);
  }

  async take(step: Step): Promise<void> {
    if (step.kind === "capture") return this.capture(step);
    const merged = this.contacts[step.merged] ?? "";
    const survivorId = this.contacts[step.kind === "merge" ? step.survivor : 0] ?? "";
    const done = world.act(
      async (context) => {
        const acting = { ...context, viewer: admin };
        if (step.kind === "unmerge") return unmergeContact(acting, merged);
        await mergeContacts(acting, { survivorId, mergedId: merged, take: step.take ? ["name", "title", "note"] : [] });
      },
      { kind: "person", personId: admin.personId },
    );
    await done.catch((error: { code?: string }) => {
      // Merging what is merged, or with itself, and parting what is not, are refused in words.
      if (!["merged_already", "same_record", "not_merged"].includes(String(error.code))) throw error;
    });
  }

  async partAll(order: readonly number[]): Promise<void> {
    for (const merged of order) await this.take({ kind: "unmerge", merged });
  }

  /** All rows of these people, as text. */
  async everything(): Promise<unknown> {
    const tables = {
      contact: "id = any($1::uuid[])",
      identifier: "home_contact_id = any($1::uuid[])",
      contact_alias: "home_contact_id = any($1::uuid[])",
      membership: "home_contact_id = any($1::uuid[])",
      lead: "home_contact_id = any($1::uuid[])",
    };
    const rows: Record<string, unknown> = {};
    for (const [table, where] of Object.entries(tables)) {
      rows[table] = await world.rows(`select t::text as row from ${table} as t where ${where} order by id`, [
        this.contacts,
      ]);
    }
    return rows;
  }

  /** Every phone with the person it has its home with, by number, and what came by it. */
  async facts(): Promise<unknown> {
    const rows = await world.rows(
      `select case when i.strong then right(i.value, 2) end as phone, array_position($1::uuid[], i.home_contact_id) as home,
              (select array_agg(t.title order by t.title) from touch as t where t.identifier_id = i.id) as touches
       from identifier as i
       where i.home_contact_id = any($1::uuid[]) and i.kind = 'phone'
       order by i.strong, home, phone`,
      [this.contacts],
    );
    return rows;
  }

  /** Rows that are not where the tree of merges says: at the root above their home, or at home because the root has the same. */
  async misplaced(): Promise<unknown[]> {
    const misplaced: unknown[] = [];
    for (const [table, key] of [
      ["identifier", null],
      ["lead", null],
      ["contact_alias", "name"],
      ["membership", "account_id"],
    ] as const) {
      misplaced.push(
        ...(await world.rows(
          `with recursive above as (
             select id as home, id, merged_into_id from contact where id = any($1::uuid[])
             union all
             select above.home, c.id, c.merged_into_id from contact as c join above on c.id = above.merged_into_id
           ), root as (select home, id from above where merged_into_id is null)
           select '${table}' as table_name, t.id
           from ${table} as t
           join root on root.home = t.home_contact_id
           where t.contact_id <> root.id
             ${key === null ? "" : `and not (t.contact_id = t.home_contact_id and exists (select from ${table} as o where o.contact_id = root.id and o.${key} = t.${key}))`}`,
          [this.contacts],
        )),
      );
    }
    return misplaced;
  }
}

test("merges in any order leave every row where the tree says, and taking them back in any order gives the beginning", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ arbitrary: merge, weight: 3 }, { arbitrary: unmerge, weight: 1 }), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: PEOPLE, maxLength: PEOPLE }),
      async (steps, order) => {
        const island = await Island.settle();
        const before = await island.everything();
        for (const step of steps) {
          await island.take(step);
          expect(await island.misplaced()).toEqual([]);
        }
        expect(await strayHomes(world.database.pool)).toEqual([]);
        await island.partAll(order);
        expect(await island.everything()).toEqual(before);
      },
    ),
    { numRuns: RUNS },
  );
});

test("whatever was merged and taken apart between, each identifier has the facts that came by it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(capture, merge, unmerge), { minLength: 2, maxLength: 10 }),
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: PEOPLE, maxLength: PEOPLE }),
      async (steps, order) => {
        const [lively, plain] = [await Island.settle(), await Island.settle()];
        for (const step of steps) await lively.take(step);
        expect(await lively.misplaced()).toEqual([]);
        expect(await strayHomes(world.database.pool)).toEqual([]);
        await lively.partAll(order);
        expect(await lively.misplaced()).toEqual([]);
        for (const step of steps) if (step.kind === "capture") await plain.take(step);
        expect(await lively.facts()).toEqual(await plain.facts());
      },
    ),
    { numRuns: RUNS },
  );
});
