import fc from "fast-check";
import { FIELD_LEVELS, SCOPES, lineKey } from "./grants.ts";
import type { FieldGrantLine, GrantLine } from "./grants.ts";
import type { NaiveRecord } from "./naive-access.fixture.ts";
import type { PeopleRows, SnapshotRole, SnapshotTeam } from "./people-snapshot.ts";

export interface AccessWorld {
  readonly rows: PeopleRows;
  readonly records: readonly NaiveRecord[];
}

const POOL_KINDS = ["sdr", "nurture", "triage", "public"];
const MOST_TEAMS = 7;
const MOST_PEOPLE = 9;

const uuid = (kind: number, position: number): string =>
  `0000000${kind}-0000-7000-8000-${String(position).padStart(12, "0")}`;
export const teamId = (position: number): string => uuid(1, position);
export const personId = (position: number): string => uuid(2, position);
const TERRITORIES = [0, 1];
const territoryId = (position: number): string => uuid(5, position);
const poolId = (position: number): string => uuid(3, position);

const extent = { scope: fc.constantFrom(...SCOPES), pools: fc.option(fc.subarray(POOL_KINDS)) };
const grant: fc.Arbitrary<GrantLine> = fc.record({
  object: fc.constantFrom("boat", "*", "other"),
  action: fc.constantFrom("read", "edit", "*"),
  ...extent,
});
const fieldGrant: fc.Arbitrary<FieldGrantLine> = fc.record({
  object: fc.constantFrom("boat", "*"),
  field: fc.constant("phone"),
  level: fc.constantFrom(...FIELD_LEVELS),
  beyond: fc.constantFrom(...FIELD_LEVELS),
  ...extent,
});

const role = (position: number): fc.Arbitrary<SnapshotRole> =>
  fc
    .record({ grants: fc.array(grant, { maxLength: 4 }), fields: fc.array(fieldGrant, { maxLength: 2 }) })
    .map((lines) => ({
      id: `role ${position}`,
      code: `role_${position}`,
      grants: new Map(lines.grants.map((line) => [lineKey(line.object, line.action), line])),
      fields: new Map(lines.fields.map((line) => [lineKey(line.object, line.field), line])),
    }));

/** A tree: every team's parent is an earlier one, or none. */
const teams: fc.Arbitrary<SnapshotTeam[]> = fc
  .array(fc.option(fc.nat({ max: MOST_TEAMS })), { maxLength: MOST_TEAMS })
  .map((parents) =>
    parents.map((parent, position) => ({
      id: teamId(position),
      parentId: parent === null || position === 0 ? null : teamId(parent % position),
    })),
  );

/** Houses of every shape: team trees, people with up to three roles, people who left, pools with and without a team. */
export const accessWorlds: fc.Arbitrary<AccessWorld> = fc
  .tuple(teams, fc.tuple(role(0), role(1), role(2)), fc.integer({ min: 1, max: MOST_PEOPLE }))
  .chain(([treeTeams, roles, headcount]) => {
    const someTeam = fc.constantFrom(null, ...treeTeams.map((team) => team.id));
    const people = fc.tuple(
      ...Array.from({ length: headcount }, (_, position) =>
        fc.record({
          id: fc.constant(personId(position)),
          name: fc.constant(`person ${position}`),
          email: fc.constant(null),
          language: fc.constant("zh-CN" as const),
          teamId: someTeam,
          active: fc.boolean(),
          signInId: fc.constant(null),
          roleIds: fc.subarray(roles.map(({ id }) => id)),
        }),
      ),
    );
    const pools = fc.tuple(
      ...POOL_KINDS.map((kind, position) =>
        fc.record({
          id: fc.constant(poolId(position)),
          kind: fc.constant(kind),
          teamId: kind === "public" ? someTeam : fc.constant(null),
          memberRoles: fc.subarray(roles.map(({ code }) => code)),
        }),
      ),
    );
    const anybody = fc.nat({ max: headcount - 1 }).map(personId);
    const held = fc.oneof(
      fc.record({ ownerId: anybody, poolId: fc.constant(null) }),
      fc.record({ ownerId: fc.constant(null), poolId: fc.nat({ max: POOL_KINDS.length - 1 }).map(poolId) }),
    );
    const somebody =
      treeTeams.length === 0 ? anybody : fc.oneof(anybody, fc.constantFrom(...treeTeams.map(({ id }) => id)));
    const right = fc.record({ holderId: somebody, level: fc.constantFrom("view" as const, "follow" as const) });
    const lies = fc.subarray(TERRITORIES.map(territoryId));
    const records = fc.array(
      fc.tuple(held, fc.array(anybody, { maxLength: 2 }), fc.array(right, { maxLength: 2 }), lies),
      { minLength: 1, maxLength: 12 },
    );
    const workers = fc.tuple(...TERRITORIES.map(() => somebody));
    return fc.record({ people, pools, records, workers }).map((made) => ({
      rows: {
        teams: treeTeams,
        roles,
        people: made.people,
        pools: made.pools,
        territories: made.workers.map((holderId, place) => ({ id: territoryId(place), holderId })),
        given: made.records.flatMap(([, , given]) => given.map(({ holderId }) => holderId)),
      },
      records: made.records.map(([holder, followerIds, given, territoryIds], position) => ({
        id: uuid(4, position),
        ...holder,
        followerIds,
        given,
        territoryIds,
      })),
    }));
  });
