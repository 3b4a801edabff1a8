import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { createApp } from "./app.ts";
import { CONTACT, contactFollowing } from "./capabilities/contacts/index.ts";
import { openPeople } from "./capabilities/people/index.ts";
import type { PeopleHouse } from "./capabilities/people/index.ts";
import { hireCast } from "./cast.fixture.ts";
import { covers } from "./platform/access/reach.ts";
import type { Held } from "./platform/access/reach.ts";
import { reachableIds, scopePredicate } from "./platform/access/scope-predicate.ts";
import { Viewer, reachOf } from "./platform/access/viewer.ts";
import { becomeSurveyors, mapOut } from "./surveyors.fixture.ts";
import { createTestDatabase } from "./platform/database/test-database.ts";
import type { TestDatabase } from "./platform/database/test-database.ts";
import { look } from "./platform/ledger/look.ts";
import { operate } from "./platform/ledger/operate.ts";
import { operationKind } from "./platform/ledger/operation-kind.ts";

const WORLDS = 40;
const ACCOUNTS = 4;
const IN_A_TEST = operationKind("test.following");

let database: TestDatabase;
let reps: string[];
let everybody: string[];
let sdrPool: string;
let salesTeam: string;
/** Zhejiang, where a rep works, and Shanghai, where a team does. */
let territories: string[];
/** Reads and edits what lies in one's territories. */
let surveyors: string[];
let people: PeopleHouse["signIn"];
let typeId: string;

beforeAll(async () => {
  // Loading the whole application is what makes every capability add its ways to follow.
  expect(createApp).toBeTypeOf("function");
  database = await createTestDatabase();
  const { signIn } = await openPeople(database.house);
  people = signIn;
  const { teams, ...cast } = await hireCast(database.house);
  salesTeam = teams.销售部;
  territories = await mapOut(database.house, cast.王倩, teams.销售部);
  surveyors = await becomeSurveyors(database.house, cast.王倩, cast.赵磊, cast.孙悦);
  reps = [cast.陈浩, cast.王倩, cast.赵磊];
  everybody = Object.values(cast);
  const one = async (text: string): Promise<string> =>
    String((await database.pool.query<{ id: string }>(text)).rows[0]?.id);
  sdrPool = await one("select id from pool where kind = 'sdr'");
  typeId = await one("select id from opportunity_type limit 1");
});

/** Owners by place among the reps; null: nobody. */
const somebody = fc.option(fc.nat({ max: 2 }));
interface World {
  /** Each with its owner and the account above it: an earlier one, or none. */
  readonly accounts: readonly {
    readonly owner: number | null;
    readonly above: number | null;
    /** What is set on it for people and a team, each once; `none` keeps away what comes from above. */
    readonly given: readonly { readonly holder: number; readonly level: "none" | "view" | "follow" }[];
  }[];
  /** Which of the two territories an account lies in, by its region. */
  readonly regions: readonly (number | null)[];
  readonly contacts: readonly {
    readonly owner: number | null;
    readonly account: number | null;
    readonly left: boolean;
    /** An open lead of a rep, one in the SDRs' pool, one that is out, or none. */
    readonly lead: { readonly owner: number | null; readonly ofAccount: boolean; readonly out: boolean } | null;
    readonly opportunity: {
      readonly owner: number;
      readonly takesPart: boolean;
      readonly lost: boolean;
      readonly helper: number | null;
    } | null;
  }[];
}

const rightsOfOne = fc.uniqueArray(
  fc.record({
    holder: fc.nat({ max: 3 }),
    level: fc.constantFrom("none" as const, "view" as const, "follow" as const),
  }),
  { maxLength: 2, selector: ({ holder }) => holder },
);
/** The fourth holder is a team with one of the reps in a team below it, and their manager in itself. */
const TEAM = 3;

const worlds: fc.Arbitrary<World> = fc.record({
  accounts: fc
    .array(fc.record({ owner: somebody, above: fc.option(fc.nat({ max: ACCOUNTS })), given: rightsOfOne }), {
      minLength: ACCOUNTS,
      maxLength: ACCOUNTS,
    })
    .map((wanted) =>
      wanted.map(({ above, ...one }, place) => ({
        ...one,
        above: above === null || place === 0 ? null : above % place,
      })),
    ),
  regions: fc.array(fc.option(fc.nat({ max: 1 })), { minLength: ACCOUNTS, maxLength: ACCOUNTS }),
  contacts: fc.array(
    fc.record({
      owner: somebody,
      account: fc.option(fc.nat({ max: ACCOUNTS - 1 })),
      left: fc.boolean(),
      lead: fc.option(fc.record({ owner: somebody, ofAccount: fc.boolean(), out: fc.boolean() })),
      opportunity: fc.option(
        fc.record({ owner: fc.nat({ max: 2 }), takesPart: fc.boolean(), lost: fc.boolean(), helper: somebody }),
      ),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});

const REGIONS = ["330203", "310115", "440300"];
const ELSEWHERE = 2;

const holderId = (holder: number): string => (holder === TEAM ? salesTeam : (reps[holder] ?? ""));

/** Who follows what, said again as R-ACC-3 says it, record by record. */
function naive(world: World): Held[] {
  const rep = (place: number): string => reps[place] ?? "";
  const holderOf = (owner: number | null): string => (owner === null ? sdrPool : rep(owner));
  // R-ACC-1: the owner of a company above holds for it until one is set on it.
  const ownerOf = (place: number): number | null => {
    const one = world.accounts[place];
    if (!one) return null;
    return one.owner === null && one.above !== null ? ownerOf(one.above) : one.owner;
  };
  // So does a right given there, for the same holder.
  const levelFor = (place: number, holder: number): string | undefined => {
    const one = world.accounts[place];
    const set = one?.given.find((right) => right.holder === holder)?.level;
    return set ?? (one === undefined || one.above === null ? undefined : levelFor(one.above, holder));
  };
  const given = (place: number, level: string): string[] =>
    [0, 1, 2, TEAM].filter((holder) => levelFor(place, holder) === level).map(holderId);
  const ofAccount = world.accounts.map((_, place) => {
    const owner = ownerOf(place);
    const ownerIds = owner === null ? [] : [rep(owner)];
    const poolIds: string[] = [];
    const lookerIds = given(place, "view");
    for (const { account, lead, opportunity } of world.contacts) {
      if (account !== place) continue;
      if (lead && lead.ofAccount && !lead.out) (lead.owner === null ? poolIds : ownerIds).push(holderOf(lead.owner));
      if (opportunity && !opportunity.lost) ownerIds.push(rep(opportunity.owner));
      if (opportunity && opportunity.helper !== null) lookerIds.push(rep(opportunity.helper));
    }
    const region = world.regions[place] ?? null;
    const territoryIds = region === null ? [] : [territories[region] ?? ""];
    return { ownerIds, poolIds, holderIds: given(place, "follow"), territoryIds, lookerIds };
  });
  return world.contacts.map(({ owner, account, left, lead, opportunity }) => {
    const ownerIds = owner === null ? [] : [rep(owner)];
    const poolIds: string[] = [];
    if (lead && !lead.out) (lead.owner === null ? poolIds : ownerIds).push(holderOf(lead.owner));
    if (opportunity && account !== null && opportunity.takesPart && !opportunity.lost)
      ownerIds.push(rep(opportunity.owner));
    const employer = account === null || left ? undefined : ofAccount[account];
    ownerIds.push(...(employer?.ownerIds ?? []));
    poolIds.push(...(employer?.poolIds ?? []));
    const holderIds = employer?.holderIds ?? [];
    const isFollowed = ownerIds.length + poolIds.length + holderIds.length > 0;
    return {
      ownerIds,
      poolIds: isFollowed ? poolIds : [sdrPool],
      holderIds: [...holderIds, ...(employer?.territoryIds ?? [])],
      lookerIds: employer?.lookerIds ?? [],
    };
  });
}

async function build(world: World): Promise<string[]> {
  const { newId } = database.house;
  const rep = (place: number | null): string | null => (place === null ? null : (reps[place] ?? null));
  const asked = { actor: { kind: "system" }, kind: IN_A_TEST, source: "job" } as const;
  const { result } = await operate(database.house, asked, async ({ client }) => {
    const accountIds = world.accounts.map(() => newId());
    for (const [place, { owner, above }] of world.accounts.entries())
      await client.query(
        "insert into account (id, kind, name, name_sort, owner_id, parent_id, region_code) values ($1, 'company', 'x', 'x', $2, $3, $4)",
        [
          accountIds[place],
          rep(owner),
          above === null ? null : accountIds[above],
          REGIONS[world.regions[place] ?? ELSEWHERE],
        ],
      );
    const give = (place: number, { holder, level }: { readonly holder: number; readonly level: string }) =>
      client.query(
        `insert into account_right (id, account_id, ${holder === TEAM ? "team_id" : "person_id"}, level, since)
         values ($1, $2, $3, $4, '2025-01-01')`,
        [newId(), accountIds[place], holderId(holder), level],
      );
    for (const [place, { given }] of world.accounts.entries()) for (const right of given) await give(place, right);
    const ids: string[] = [];
    for (const { owner, account, left, lead, opportunity } of world.contacts) {
      const id = newId();
      ids.push(id);
      const accountId = account === null ? null : (accountIds[account] ?? null);
      await client.query("insert into contact (id, name, owner_id) values ($1, '某人', $2)", [id, rep(owner)]);
      if (accountId !== null)
        await client.query(
          `insert into membership (id, contact_id, home_contact_id, account_id, home_account_id, since, until)
           values ($1, $2, $2, $3, $3, '2025-01-01', $4)`,
          [newId(), id, accountId, left ? "2025-06-01" : null],
        );
      if (lead) {
        const [stage, ownerId, pool] = lead.out
          ? ["disqualified", null, "invalid"]
          : lead.owner === null
            ? ["raw", null, "sdr"]
            : ["sql", rep(lead.owner), null];
        await client.query(
          `insert into lead (id, contact_id, home_contact_id, account_id, stage, owner_id, pool_id, pool_kind, reason, captured_at)
           values ($1, $2, $2, $3, $4, $5, (select id from pool where kind = $6), $6, $7, '2025-01-01')`,
          [newId(), id, lead.ofAccount ? accountId : null, stage, ownerId, pool, lead.out ? "invalid" : null],
        );
      }
      if (opportunity && accountId !== null) {
        const opportunityId = newId();
        await client.query(
          `insert into opportunity (id, name, name_sort, type_id, account_id, owner_id, opened_at, outcome, closed_at, lose_reason)
           values ($1, 'x', 'x', $2, $3, $4, '2025-01-01', $5, $6, $7)`,
          [
            opportunityId,
            typeId,
            accountId,
            rep(opportunity.owner),
            ...(opportunity.lost ? ["lost", "2025-02-01", "price"] : [null, null, null]),
          ],
        );
        if (opportunity.helper !== null)
          await client.query(
            "insert into opportunity_collaborator (id, opportunity_id, person_id, since) values ($1, $2, $3, '2025-01-01')",
            [newId(), opportunityId, rep(opportunity.helper)],
          );
        if (opportunity.takesPart)
          await client.query(
            "insert into opportunity_contact (id, opportunity_id, contact_id, home_contact_id) values ($1, $2, $3, $3)",
            [newId(), opportunityId, id],
          );
      }
    }
    return ids;
  });
  return result;
}

test("in any world a contact is followed by its owner, its leads, its opportunities, its account and what was given on it, and else by the SDRs", async () => {
  expect(surveyors).toHaveLength(3);
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const ids = await build(world);
      const held = naive(world);
      people.directory.forget();
      const snapshot = await people.directory.snapshot();
      await look(database.house, "job", async ({ tx }) => {
        const found = await sql<{ id: string; held: Held }>`
          select contact.id, ${contactFollowing.followers("contact")} as held
          from contact
          where contact.id = any(${ids}::uuid[])
          order by array_position(${ids}::uuid[], contact.id)`.execute(tx);
        const asSets = (one: Held | undefined) => [
          new Set(one?.ownerIds),
          new Set(one?.poolIds),
          new Set(one?.holderIds),
          new Set(one?.lookerIds),
        ];
        expect(found.rows.map((row) => asSets(row.held))).toEqual(held.map(asSets));
        for (const personId of everybody) {
          const person = snapshot.people.get(personId);
          if (!person) throw new Error("somebody of the cast is missing");
          const viewer = new Viewer(snapshot, person);
          for (const action of ["read", "edit"]) {
            const { rows } = await sql<{ id: string }>`
              select contact.id
              from published.contact as contact
              where contact.id = any(${ids}::uuid[]) and ${scopePredicate(viewer, CONTACT, action, "contact")}
              order by array_position(${ids}::uuid[], contact.id)`.execute(tx);
            const reach = reachOf(viewer, CONTACT, action);
            expect(rows.map(({ id }) => id)).toEqual(ids.filter((_, place) => covers(reach, held[place] ?? {})));
            const listed = reachableIds(viewer, CONTACT, action, sql`published.contact`);
            if (listed === null) continue;
            const reached = new Set((await sql<{ id: string | null }>`${listed}`.execute(tx)).rows.map(({ id }) => id));
            const seen = rows.map(({ id }) => id);
            if (reached.has(null)) expect(seen).toEqual(expect.arrayContaining(ids.filter((id) => reached.has(id))));
            else expect(seen).toEqual(ids.filter((id) => reached.has(id)));
          }
        }
      });
    }),
    { numRuns: WORLDS },
  );
});
