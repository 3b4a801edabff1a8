import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { openExportWorld } from "./export-world.fixture.ts";
import type { ExportWorld } from "./export-world.fixture.ts";
import { exportParts } from "./export-parts.ts";
import { FIELD_LEVELS, SCOPES, lineKey } from "./platform/access/grants.ts";
import type { FieldGrantLine, GrantLine } from "./platform/access/grants.ts";
import { NaiveAccess } from "./platform/access/naive-access.fixture.ts";
import type { NaiveRecord } from "./platform/access/naive-access.fixture.ts";
import { PeopleSnapshot } from "./platform/access/people-snapshot.ts";
import type { PeopleRows, SnapshotRole } from "./platform/access/people-snapshot.ts";
import { Viewer } from "./platform/access/viewer.ts";
import { readPools } from "./capabilities/leads/index.ts";
import { look } from "./platform/ledger/look.ts";
import { maskPhone } from "./platform/text/mask-phone.ts";
import { readablePhone } from "./capabilities/contacts/index.ts";

const RUNS = 60;
const CALENDAR = { timeZone: "Asia/Shanghai" };

let world: ExportWorld;
/** Every contact as the rules see it, with its number as it is stored. */
let records: (NaiveRecord & { readonly name: string; readonly phone: string })[];
let house: Pick<PeopleRows, "teams" | "pools"> & { readonly people: readonly string[] };

beforeAll(async () => {
  world = await openExportWorld();
  const { cast } = world;
  const owners = [cast.陈浩, cast.王倩, cast.赵磊, cast.林晓, cast.周敏, null];
  for (const [place, owner] of owners.entries()) await world.meet(owner, [`客户${place}甲`, `客户${place}乙`]);
  const pools = await look(world.database.house, "list", ({ tx }) => readPools(tx));
  const sdr = pools.find(({ kind }) => kind === "sdr")?.id ?? "";
  const rows = await world.rows(
    "select c.id, c.name, c.owner_id, i.value from contact as c join identifier as i on i.contact_id = c.id and i.kind = 'phone'",
  );
  records = rows.map(({ id, name, owner_id, value }) => ({
    id: String(id),
    name: String(name),
    phone: String(value),
    ownerId: owner_id === null ? null : String(owner_id),
    // Who follows nobody else's contact are the members of the SDR pool.
    poolId: owner_id === null ? sdr : null,
    followerIds: [],
  }));
  const teams = await world.rows("select id, parent_id from team");
  house = {
    pools,
    teams: teams.map(({ id, parent_id }) => ({
      id: String(id),
      parentId: parent_id === null ? null : String(parent_id),
    })),
    people: (await world.rows("select id from person order by id")).map(({ id }) => String(id)),
  };
});

const extent = { scope: fc.constantFrom(...SCOPES), pools: fc.option(fc.subarray(["sdr", "triage", "public"])) };
const grant: fc.Arbitrary<GrantLine> = fc.record({
  object: fc.constantFrom("contact", "contact", "*", "lead"),
  action: fc.constantFrom("read", "export", "export", "*"),
  ...extent,
});
const fieldGrant: fc.Arbitrary<FieldGrantLine> = fc.record({
  object: fc.constantFrom("contact", "*"),
  field: fc.constant("phone"),
  level: fc.constantFrom(...FIELD_LEVELS),
  beyond: fc.constantFrom(...FIELD_LEVELS),
  ...extent,
});
const role = (place: number): fc.Arbitrary<SnapshotRole> =>
  fc
    .record({ grants: fc.array(grant, { minLength: 1, maxLength: 5 }), fields: fc.array(fieldGrant, { maxLength: 2 }) })
    .map(({ grants, fields }) => ({
      id: `role ${place}`,
      code: ["sdr", "rep", "other"][place] ?? "",
      grants: new Map(grants.map((line) => [lineKey(line.object, line.action), line])),
      fields: new Map(fields.map((line) => [lineKey(line.object, line.field), line])),
    }));

interface Rights {
  readonly roles: SnapshotRole[];
  readonly people: { readonly team: number; readonly roles: string[] }[];
}
const rights: fc.Arbitrary<Rights> = fc.tuple(role(0), role(1), role(2)).chain((roles) =>
  fc.record({
    roles: fc.constant([...roles]),
    people: fc.array(fc.record({ team: fc.nat({ max: 5 }), roles: fc.subarray(roles.map(({ id }) => id)) }), {
      minLength: 8,
      maxLength: 8,
    }),
  }),
);

const rowsOf = ({ roles, people }: Rights): PeopleRows => ({
  ...house,
  roles,
  people: house.people.map((id, place) => ({
    id,
    name: id,
    email: null,
    language: "zh-CN",
    teamId: house.teams[people[place]?.team ?? 0]?.id ?? null,
    active: true,
    signInId: null,
    roleIds: people[place]?.roles ?? [],
  })),
});

test("whatever the rights, the rows and cells that leave are those the rules allow, one by one", async () => {
  const source = exportParts.sources.find(({ name }) => name === "contact");
  if (!source) throw new Error("contacts cannot be exported");
  let exported = 0;
  await fc.assert(
    fc.asyncProperty(rights, fc.nat({ max: 7 }), async (given, place) => {
      const rows = rowsOf(given);
      const naive = new NaiveAccess(rows);
      const viewer = new Viewer(new PeopleSnapshot(rows), rows.people[place] ?? ({} as never));
      const { person } = viewer;
      const expected = records
        .filter((one) => naive.may(person, "contact", "read", one) && naive.may(person, "contact", "export", one))
        .map((one) => {
          const level = naive.level(person, "contact", "phone", one);
          const shown = { hidden: null, masked: maskPhone(one.phone) }[level as "hidden" | "masked"];
          return [one.name, shown === undefined ? readablePhone(one.phone) : shown];
        });
      const choice = { all: { filter: { combinator: "and" as const, rules: [] }, search: "" } };
      const request = { choice, sort: "name", columns: ["name", "phone"] };
      const words = { viewer, language: "en" as const, currency: "CNY", word: (_group: string, code: string) => code };
      const page = { cursor: undefined, limit: 1000 };
      const read = await look(world.database.house, "list", (context) =>
        source.read(request, page, { ...context, viewer }, CALENDAR, words),
      );
      expect(read.rows.toSorted()).toEqual(expected.toSorted());
      const offered = source.offered(viewer).map(({ id }) => id);
      if (!offered.includes("phone")) expect(read.rows.every(([, phone]) => phone === null)).toBe(true);
      exported += read.rows.length;
    }),
    { numRuns: RUNS },
  );
  expect(exported, "worlds in which something leaves at all").toBeGreaterThan(RUNS);
}, 120_000);
