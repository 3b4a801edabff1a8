import { isLimited, houseFieldName, isHouseFieldName } from "../custom-fields/house-field.ts";
import type { HouseField } from "../custom-fields/house-field.ts";
import { houseFieldLines } from "../custom-fields/house-field-lines.ts";
import type { AccessObject, Mask } from "./access-object.ts";
import type { FieldGrantLine, GrantLine } from "./grants.ts";

export interface SnapshotPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: "zh-CN" | "en";
  readonly teamId: string | null;
  readonly active: boolean;
  readonly signInId: string | null;
  readonly roleIds: readonly string[];
}

export interface SnapshotTeam {
  readonly id: string;
  readonly parentId: string | null;
}

export interface SnapshotRole {
  readonly id: string;
  readonly code: string;
  /** By `object.action`. */
  readonly grants: ReadonlyMap<string, GrantLine>;
  /** By `object.field`. */
  readonly fields: ReadonlyMap<string, FieldGrantLine>;
}

/** Where records without an owner wait. Its members: active people with one of the roles, or sitting in its team. */
export interface SnapshotPool {
  readonly id: string;
  readonly kind: string;
  /** Set for a pool of one team (公海); such a pool is reached by that team, whatever kind a grant names. */
  readonly teamId: string | null;
  /** Codes of roles. */
  readonly memberRoles: readonly string[];
}

/** Everything that decides who may what, read at one moment. */
export interface PeopleRows {
  readonly people: readonly SnapshotPerson[];
  readonly teams: readonly SnapshotTeam[];
  readonly roles: readonly SnapshotRole[];
  readonly pools: readonly SnapshotPool[];
  /** Fields that the company added to records. */
  readonly houseFields?: readonly HouseField[];
  /** Ids of people and teams to whom rights on single records are given now. */
  readonly given?: readonly string[];
  /** Territories, each with the person or team that works there. */
  readonly territories?: readonly { readonly id: string; readonly holderId: string }[];
}

/**
 * The people of the house in memory: some hundreds or thousands of rows that every request needs, so that a right is
 * resolved to ids without asking the database.
 */
export class PeopleSnapshot {
  readonly people: ReadonlyMap<string, SnapshotPerson>;
  readonly roles: ReadonlyMap<string, SnapshotRole>;
  readonly pools: readonly SnapshotPool[];
  readonly houseFields: readonly HouseField[];
  readonly #governed = new Map<string, Readonly<Record<string, Mask>>>();
  readonly #bySignIn: ReadonlyMap<string, SnapshotPerson>;
  readonly #inTeam: ReadonlyMap<string, readonly SnapshotPerson[]>;
  readonly #below: ReadonlyMap<string, readonly SnapshotTeam[]>;
  readonly #above: ReadonlyMap<string, string | null>;
  readonly #given: ReadonlySet<string>;
  readonly #territories: readonly { readonly id: string; readonly holderId: string }[];

  constructor(rows: PeopleRows) {
    this.people = new Map(rows.people.map((person) => [person.id, person]));
    this.houseFields = rows.houseFields ?? [];
    this.roles = new Map(rows.roles.map((role) => [role.id, withLines(role, this.houseFields)]));
    this.pools = rows.pools;
    this.#bySignIn = new Map(
      rows.people.flatMap((person) => (person.signInId === null ? [] : [[person.signInId, person] as const])),
    );
    this.#inTeam = grouped(rows.people, (person) => person.teamId);
    this.#below = grouped(rows.teams, (team) => team.parentId);
    this.#above = new Map(rows.teams.map((team) => [team.id, team.parentId]));
    this.#given = new Set(rows.given);
    this.#territories = rows.territories ?? [];
  }

  personBySignIn(signInId: string): SnapshotPerson | undefined {
    return this.#bySignIn.get(signInId);
  }

  /** Everybody who sits in the team itself, those who left included: their records are still the team's. */
  peopleIn(teamId: string): readonly SnapshotPerson[] {
    return this.#inTeam.get(teamId) ?? [];
  }

  /** The team and all teams below it. */
  teamAndBelow(teamId: string): string[] {
    const found = new Set([teamId]);
    for (const id of found) for (const child of this.#below.get(id) ?? []) found.add(child.id);
    return [...found];
  }

  /** Of these people, and of the teams that they sit in or below, those to whom rights on single records are given. */
  givenTo(people: readonly SnapshotPerson[]): Set<string> {
    if (this.#given.size === 0) return new Set();
    return new Set([...this.#withTeams(people)].filter((id) => this.#given.has(id)));
  }

  /** The territories where this person works, or a team that they sit in or below. */
  territoriesOf(person: SnapshotPerson): string[] {
    if (this.#territories.length === 0) return [];
    const ids = this.#withTeams([person]);
    return this.#territories.flatMap(({ id, holderId }) => (ids.has(holderId) ? [id] : []));
  }

  /** These people, with the teams that they sit in or below. */
  #withTeams(people: readonly SnapshotPerson[]): Set<string> {
    const ids = new Set(people.map(({ id }) => id));
    for (const { teamId } of people) {
      for (let at = teamId; at !== null && !ids.has(at); at = this.#above.get(at) ?? null) ids.add(at);
    }
    return ids;
  }

  rolesOf(person: SnapshotPerson): SnapshotRole[] {
    return person.roleIds.flatMap((id) => this.roles.get(id) ?? []);
  }

  /** Whether somebody is a member of the pool now. */
  isMember(person: SnapshotPerson, pool: SnapshotPool): boolean {
    if (!person.active) return false;
    if (pool.teamId !== null && pool.teamId === person.teamId) return true;
    return this.rolesOf(person).some((role) => pool.memberRoles.includes(role.code));
  }

  /** The fields of an object under field grants, with how each is masked: its own, and added ones that not everybody sees whole. */
  governedFields({ name, fields }: Pick<AccessObject, "name" | "fields">): Readonly<Record<string, Mask>> {
    const known = this.#governed.get(name);
    if (known) return known;
    const added = this.houseFields.filter((field) => field.object === name && isLimited(field));
    const governed = { ...fields, ...Object.fromEntries(added.map(({ id, mask }) => [houseFieldName(id), mask])) };
    this.#governed.set(name, governed);
    return governed;
  }

  /** Whether grants speak of a field. An added one that is not known (any more) is nobody's without a grant. */
  governs(object: Pick<AccessObject, "name" | "fields">, field: string): boolean {
    if (field in this.governedFields(object)) return true;
    return isHouseFieldName(field) && !this.houseFields.some(({ id }) => houseFieldName(id) === field);
  }

  /** The members of a pool. */
  membersOf(pool: SnapshotPool): SnapshotPerson[] {
    return [...this.people.values()].filter((person) => this.isMember(person, pool));
  }
}

function withLines(role: SnapshotRole, houseFields: readonly HouseField[]): SnapshotRole {
  const lines = houseFieldLines(role, houseFields);
  return lines.length === 0 ? role : { ...role, fields: new Map([...role.fields, ...lines]) };
}

/** Rows by key, those without one left out (Node 20 has no Map.groupBy). */
function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
