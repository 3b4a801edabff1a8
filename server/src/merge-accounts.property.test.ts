import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { createApp } from "./app.ts";
import { formOf, openCaptureWorld } from "./capture-world.fixture.ts";
import type { CaptureWorld } from "./capture-world.fixture.ts";
import { mergeAccounts, mergeContacts, unmergeAccount, unmergeContact } from "./capabilities/identity/index.ts";
import { openPeople } from "./capabilities/people/index.ts";
import { strayHomes } from "./homes.fixture.ts";
import { Viewer } from "./platform/access/viewer.ts";
import type { Acting } from "./platform/access/acting.ts";

const RUNS = 25;
const COMPANIES = 5;
const PEOPLE = 2;
const AT = new Date("2025-11-10T02:00:00.000Z");
/** Merging what is merged, or with itself, or an upper company into a lower one, and parting what is not, are refused in words. */
const REFUSED = ["merged_already", "same_record", "not_merged", "survivor_stands_below"];

/** What somebody may do; numbers are companies and people. */
type Step =
  | { readonly kind: "capture"; readonly company: number; readonly person: number }
  | { readonly kind: "merge"; readonly survivor: number; readonly merged: number; readonly take: boolean }
  | { readonly kind: "unmerge"; readonly merged: number }
  | { readonly kind: "mergePeople"; readonly survivor: number }
  | { readonly kind: "unmergePeople" };

const company = fc.nat({ max: COMPANIES - 1 });
const person = fc.nat({ max: PEOPLE - 1 });
const capture = fc.record({ kind: fc.constant("capture" as const), company, person });
const merge = fc.record({
  kind: fc.constant("merge" as const),
  survivor: company,
  merged: company,
  take: fc.boolean(),
});
const unmerge = fc.record({ kind: fc.constant("unmerge" as const), merged: company });
const mergePeople = fc.record({ kind: fc.constant("mergePeople" as const), survivor: person });
const unmergePeople = fc.constant({ kind: "unmergePeople" as const });
/** Above whom each company stands at the beginning: one with a smaller number, or nobody. */
const groups = fc.tuple(
  ...Array.from({ length: COMPANIES }, (_, one) => fc.option(fc.nat({ max: Math.max(0, one - 1) }))),
);
const everyCompany = Array.from({ length: COMPANIES }, (_, one) => one);
const order = fc.shuffledSubarray(everyCompany, { minLength: COMPANIES, maxLength: COMPANIES });

let world: CaptureWorld;
let admin: Viewer;
let worlds = 0;

beforeAll(async () => {
  // Loading the whole application is what makes every capability add the rows that follow an account.
  expect(createApp).toBeTypeOf("function");
  world = await openCaptureWorld();
  const { signIn } = await openPeople(world.database.house);
  const snapshot = await signIn.directory.snapshot();
  const him = snapshot.people.get(world.cast.吴桐);
  if (!him) throw new Error("the admin is not there");
  admin = new Viewer(snapshot, him);
});

/** Some companies, the groups they form and the people in them; several live in one database beside each other. */
class Archipelago {
  readonly #number = ++worlds;
  readonly accounts: string[] = [];
  readonly contacts: string[] = [];

  /** Both people are in the first two companies, so that what one has twice meets from either side. */
  static async settle(above: readonly (number | null)[]): Promise<Archipelago> {
    const settled = new Archipelago();
    for (const one of everyCompany) await settled.capture(one, one % PEOPLE);
    await settled.capture(0, 1);
    await settled.capture(1, 0);
    settled.accounts.push(
      ...(await settled.#ids(
        "name",
        "account",
        everyCompany.map((one) => settled.#name(one)),
      )),
    );
    const phones = [0, 1].map((one) => `+86${settled.#phone(one)}`);
    settled.contacts.push(...(await settled.#ids("value", "identifier", phones)));
    await world.act(async ({ client }) => {
      for (const [one, parent] of above.entries()) {
        if (parent === null || parent >= one) continue;
        const [id, parentId] = [settled.accounts[one], settled.accounts[parent]];
        await client.query("update account set parent_id = $2, tier = $3 where id = $1", [id, parentId, `${one}`]);
      }
    });
    return settled;
  }

  async #ids(column: string, table: string, values: readonly string[]): Promise<string[]> {
    const id = table === "identifier" ? "contact_id" : "id";
    const rows = await world.rows(
      `select t.${id} as id from unnest($1::text[]) with ordinality as w (value, place) join ${table} as t on t.${column} = w.value order by w.place`,
      [values],
    );
    return rows.map((row) => String(row["id"]));
  }

  #name(one: number): string {
    return `群岛${this.#number}之${"甲乙丙丁戊"[one]}船舶制造厂`;
  }

  #phone(one: number): string {
    return `139${String(this.#number).padStart(6, "0")}${String(one).padStart(2, "0")}`;
  }

  async capture(one: number, who: number): Promise<void> {
    const named = { company: this.#name(one), touch: null };
    await world.capture(formOf(`人${who}`, this.#phone(who), AT, named));
  }

  async take(step: Step): Promise<void> {
    if (step.kind === "capture") return this.capture(step.company, step.person);
    const done = world.act((context) => this.#do({ ...context, viewer: admin }, step), {
      kind: "person",
      personId: admin.personId,
    });
    await done.catch((error: { code?: string }) => {
      if (!REFUSED.includes(String(error.code))) throw error;
    });
  }

  async #do(acting: Acting, step: Exclude<Step, { kind: "capture" }>): Promise<unknown> {
    const [account, contact] = [(one: number) => this.accounts[one] ?? "", (one: number) => this.contacts[one] ?? ""];
    if (step.kind === "mergePeople") {
      const sides = { survivorId: contact(step.survivor), mergedId: contact(1 - step.survivor) };
      return mergeContacts(acting, { ...sides, take: [] });
    }
    if (step.kind === "unmergePeople") {
      for (const id of this.contacts) {
        const [row] = await world.rows("select merged_into_id from contact where id = $1", [id]);
        if (row?.["merged_into_id"] !== null) await unmergeContact(acting, id);
      }
      return undefined;
    }
    if (step.kind === "unmerge") return unmergeAccount(acting, account(step.merged));
    const sides = { survivorId: account(step.survivor), mergedId: account(step.merged) };
    return mergeAccounts(acting, { ...sides, take: step.take ? ["name", "tier", "ownerId"] : [] });
  }

  async partAll(parting: readonly number[]): Promise<void> {
    await this.take({ kind: "unmergePeople" });
    for (const merged of parting) await this.take({ kind: "unmerge", merged });
  }

  /** All rows of these companies, as text. */
  async everything(): Promise<unknown> {
    const rows: Record<string, unknown> = {};
    for (const table of ["account_identifier", "membership", "lead"]) {
      rows[table] = await world.rows(
        `select t::text as row from ${table} as t where home_account_id = any($1::uuid[]) order by id`,
        [this.accounts],
      );
    }
    rows["account"] = await world.rows(
      "select a::text as row from account as a where id = any($1::uuid[]) order by id",
      [this.accounts],
    );
    return rows;
  }

  /** Rows that are not where the trees of merges say; of two that say the same, one may wait at both its homes. */
  async misplaced(): Promise<unknown[]> {
    const roots = `
      with recursive above as (
        select id as home, id, merged_into_id from account where id = any($1::uuid[])
        union all
        select above.home, a.id, a.merged_into_id from account as a join above on a.id = above.merged_into_id
      ), root as (select home, id from above where merged_into_id is null),
      person as (select id as home, coalesce(merged_into_id, id) as id from contact where id = any($2::uuid[]))`;
    const of = [this.accounts, this.contacts];
    const moved: unknown[] = [];
    for (const table of ["account_identifier", "lead"]) {
      moved.push(
        ...(await world.rows(
          `${roots} select '${table}' as what, t.id from ${table} as t join root on root.home = t.home_account_id
           where t.account_id <> root.id and $2::uuid[] is not null`,
          of,
        )),
      );
    }
    moved.push(
      ...(await world.rows(
        `${roots} select 'membership' as what, m.id
         from membership as m
         join root on root.home = m.home_account_id
         join person on person.home = m.home_contact_id
         where (m.account_id, m.contact_id) <> (root.id, person.id)
           and not ((m.account_id, m.contact_id) = (m.home_account_id, m.home_contact_id)
             and exists (select from membership as o where o.account_id = root.id and o.contact_id = person.id))`,
        of,
      )),
    );
    return moved;
  }

  /** Companies of one's own that stand below themselves, or below one that goes on as another. */
  async misled(): Promise<unknown[]> {
    return world.rows(
      `with recursive above as (
         select id as below, parent_id as id from account where id = any($1::uuid[]) and merged_into_id is null
         union
         select above.below, a.parent_id from account as a join above on a.id = above.id
       )
       select above.below from above where above.id = above.below
       union all
       select a.id from account as a join account as p on p.id = a.parent_id
       where a.id = any($1::uuid[]) and a.merged_into_id is null and p.merged_into_id is not null`,
      [this.accounts],
    );
  }
}

test("merges of companies in any order leave every row where the tree says, and taking them back in any order gives the beginning", async () => {
  await fc.assert(
    fc.asyncProperty(
      groups,
      fc.array(
        fc.oneof(
          { arbitrary: merge, weight: 5 },
          { arbitrary: unmerge, weight: 2 },
          { arbitrary: mergePeople, weight: 1 },
          { arbitrary: unmergePeople, weight: 1 },
        ),
        { minLength: 1, maxLength: 10 },
      ),
      order,
      async (above, steps, parting) => {
        const islands = await Archipelago.settle(above);
        const before = await islands.everything();
        for (const step of steps) {
          await islands.take(step);
          expect(await islands.misplaced()).toEqual([]);
          expect(await islands.misled()).toEqual([]);
        }
        expect(await strayHomes(world.database.pool)).toEqual([]);
        await islands.partAll(parting);
        expect(await islands.everything()).toEqual(before);
      },
    ),
    { numRuns: RUNS },
  );
});

test("what comes for a merged company goes to the one that goes on, and with it when they part", async () => {
  await fc.assert(
    fc.asyncProperty(
      groups,
      fc.array(fc.oneof(capture, merge, unmerge), { minLength: 3, maxLength: 8 }),
      order,
      async (above, steps, parting) => {
        const islands = await Archipelago.settle(above);
        for (const step of steps) {
          await islands.take(step);
          expect(await islands.misplaced()).toEqual([]);
        }
        expect(await strayHomes(world.database.pool)).toEqual([]);
        await islands.partAll(parting);
        expect(await islands.misplaced()).toEqual([]);
        expect(await islands.misled()).toEqual([]);
      },
    ),
    { numRuns: RUNS },
  );
});
