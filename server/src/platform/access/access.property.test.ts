import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import { look } from "../ledger/look.ts";
import { accessObject } from "./access-object.ts";
import { accessWorlds } from "./access-world.fixture.ts";
import type { AccessWorld } from "./access-world.fixture.ts";
import { fieldExists, fieldLevel, mayFilterBy, presentFields, readableField } from "./field-access.ts";
import { maskWhole } from "./mask-text.ts";
import { givenOn, heldBy } from "./held-by.fixture.ts";
import { NaiveAccess } from "./naive-access.fixture.ts";
import type { NaiveRecord } from "./naive-access.fixture.ts";
import { PeopleSnapshot } from "./people-snapshot.ts";
import { covers } from "./reach.ts";
import { ownerIdsOf, scopePredicate } from "./scope-predicate.ts";
import { Viewer, may, reachOf } from "./viewer.ts";

const WORLDS = 150;

/** Owned or pooled like a lead, followed like a contact, and given to people and teams like an account. */
const BOAT = accessObject("boat", {
  actions: ["read", "edit"],
  belonging: {
    owner: "owner_id",
    pool: "pool_id",
    related: (whose, alias) =>
      sql`(exists (select from unnest(${sql.ref(`${alias}.follower_ids`)}) as f (person_id)
                  where ${whose.holds({ owner: "f.person_id" })})
           or ${sql.ref(`${alias}.holder_ids`)} && ${[...whose.holderIds]}::uuid[]
           or ${sql.ref(`${alias}.looker_ids`)} && ${[...whose.lookerIds]}::uuid[])`,
  },
  fields: { phone: maskWhole },
});

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});

/** The ids of the records that a condition lets through, by the database itself. */
async function through(records: readonly NaiveRecord[], where: ReturnType<typeof scopePredicate>): Promise<string[]> {
  const rows = records.map((record) => ({
    id: record.id,
    owner_id: record.ownerId,
    pool_id: record.poolId,
    follower_ids: record.followerIds,
    holder_ids: heldBy(record).holderIds,
    looker_ids: givenOn(record, "view"),
  }));
  const found = await look(database.house, "list", ({ tx }) =>
    sql<{ id: string }>`
      select b.id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as b (id uuid, owner_id uuid, pool_id uuid, follower_ids uuid[], holder_ids uuid[], looker_ids uuid[])
      where ${where}
      order by b.id`.execute(tx),
  );
  return found.rows.map((row) => row.id);
}

const viewersOf = ({ rows }: AccessWorld): Viewer[] => {
  const snapshot = new PeopleSnapshot(rows);
  return rows.people.map((person) => new Viewer(snapshot, person));
};

describe("in any world the rules come out as they are written", () => {
  test("for records: in memory, in SQL, and in whether there is anything at all", async () => {
    await fc.assert(
      fc.asyncProperty(accessWorlds, fc.constantFrom("read", "edit"), async (world, action) => {
        const naive = new NaiveAccess(world.rows);
        for (const viewer of viewersOf(world)) {
          const allowed = world.records.filter((record) => naive.may(viewer.person, "boat", action, record));
          const reach = reachOf(viewer, BOAT, action);
          expect(world.records.filter((record) => covers(reach, heldBy(record)))).toEqual(allowed);
          expect(may(viewer, BOAT, action) || allowed.length === 0).toBe(true);
          const owners = ownerIdsOf(viewer, BOAT, action);
          for (const { ownerId } of owners === null
            ? []
            : allowed.filter(
                (record) =>
                  heldBy(record).holderIds?.length === 0 &&
                  heldBy(record).lookerIds?.length === 0 &&
                  record.followerIds.length === 0,
              )) {
            if (ownerId !== null) expect(owners).toContain(ownerId);
          }
        }
        const [viewer] = viewersOf(world);
        if (!viewer) return;
        const expected = world.records.filter((record) => naive.may(viewer.person, "boat", action, record));
        const found = await through(world.records, scopePredicate(viewer, BOAT, action, "b"));
        expect(found).toEqual(expected.map((record) => record.id));
      }),
      { numRuns: WORLDS },
    );
  });

  test("for fields: hidden ones are not there, masked ones are masked, filters tell nothing", async () => {
    await fc.assert(
      fc.asyncProperty(accessWorlds, async (world) => {
        const naive = new NaiveAccess(world.rows);
        const [viewer] = viewersOf(world);
        if (!viewer) return;
        const levels = world.records.map((record) => naive.level(viewer.person, "boat", "phone", record));
        for (const [position, record] of world.records.entries()) {
          const level = levels[position];
          expect(fieldLevel(viewer, BOAT, "phone", heldBy(record))).toBe(level);
          const shown = presentFields(viewer, BOAT, { id: record.id, phone: "13812346021" }, heldBy(record));
          const phone = level === "hidden" ? {} : { phone: level === "masked" ? "****" : "13812346021" };
          expect(shown).toEqual({ id: record.id, ...phone });
        }
        expect(fieldExists(viewer, BOAT, "phone") || levels.every((level) => level === "hidden")).toBe(true);
        const readable = world.records.filter((_, position) => ["read", "edit"].includes(levels[position] ?? ""));
        expect(await through(world.records, readableField(viewer, BOAT, "phone", "b"))).toEqual(
          readable.map((record) => record.id),
        );
        const seen = world.records.filter((record) => naive.may(viewer.person, "boat", "read", record));
        if (mayFilterBy(viewer, BOAT, "phone")) expect(seen.filter((record) => !readable.includes(record))).toEqual([]);
      }),
      { numRuns: WORLDS },
    );
  });

  test("an API key never reaches further than its person, nor than its list", () => {
    const permissions = fc.subarray(["boat.read", "boat.edit", "boat.*", "*.read", "*.*", "other.*"]);
    fc.assert(
      fc.property(accessWorlds, permissions, fc.constantFrom("read", "edit"), (world, list, action) => {
        const snapshot = new PeopleSnapshot(world.rows);
        for (const person of world.rows.people) {
          const byKey = reachOf(new Viewer(snapshot, person, list), BOAT, action);
          const bySelf = reachOf(new Viewer(snapshot, person), BOAT, action);
          const listed = ["boat.*", "*.*", `boat.${action}`, `*.${action}`].some((permission) =>
            list.includes(permission),
          );
          expect(byKey).toEqual(listed ? bySelf : { kind: "nothing" });
        }
      }),
      { numRuns: WORLDS },
    );
  });
});

test("a field that its object does not govern follows the record", () => {
  const snapshot = new PeopleSnapshot({ people: [], teams: [], roles: [], pools: [] });
  const person = {
    id: "1",
    name: "陈浩",
    email: null,
    language: "zh-CN",
    teamId: null,
    active: true,
    signInId: null,
    roleIds: [],
  } as const;
  const viewer = new Viewer(snapshot, person);
  expect(fieldLevel(viewer, BOAT, "colour", {})).toBe("edit");
  expect(fieldLevel(viewer, BOAT, "phone", {})).toBe("hidden");
});
