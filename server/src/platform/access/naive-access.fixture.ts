import { FIELD_LEVELS } from "./grants.ts";
import type { FieldLevel, Scope } from "./grants.ts";
import type { PeopleRows, SnapshotPerson, SnapshotPool } from "./people-snapshot.ts";

/** A record as the rules of R-ACC-3 see it: somebody's, or waiting in a pool, or of several people. */
export interface NaiveRecord {
  readonly id: string;
  readonly ownerId: string | null;
  readonly poolId: string | null;
  readonly followerIds: readonly string[];
  /** The territories it lies in. */
  readonly territoryIds?: readonly string[];
  /** Rights on this very record, to people and teams. */
  readonly given?: readonly { readonly holderId: string; readonly level: "view" | "follow" }[];
}

interface NaiveExtent {
  readonly scope: Scope;
  readonly pools: readonly string[] | null;
}

/**
 * The rules again, said as plainly as they stand in the book and without any set worked out beforehand: one person, one
 * record, one line of one role at a time.
 */
export class NaiveAccess {
  readonly #rows: PeopleRows;

  constructor(rows: PeopleRows) {
    this.#rows = rows;
  }

  may(person: SnapshotPerson, object: string, action: string, record: NaiveRecord): boolean {
    return person.roleIds.some((roleId) => {
      const role = this.#rows.roles.find((candidate) => candidate.id === roleId);
      const lines = [...(role?.grants.values() ?? [])];
      const line =
        lines.find((l) => l.object === object && l.action === action) ??
        lines.find((l) => l.object === object && l.action === "*") ??
        lines.find((l) => l.object === "*" && l.action === action) ??
        lines.find((l) => l.object === "*" && l.action === "*");
      return line !== undefined && this.#within(person, line, record, action === "read");
    });
  }

  level(person: SnapshotPerson, object: string, field: string, record: NaiveRecord): FieldLevel {
    const levels = person.roleIds.flatMap((roleId): FieldLevel[] => {
      const role = this.#rows.roles.find((candidate) => candidate.id === roleId);
      const lines = [...(role?.fields.values() ?? [])];
      const line = lines.find((l) => l.object === object && l.field === field) ?? lines.find((l) => l.object === "*");
      if (line === undefined) return [];
      const here = this.#within(person, line, record, false) ? [line.level, line.beyond] : [line.beyond];
      return here;
    });
    return FIELD_LEVELS.toReversed().find((level) => levels.includes(level)) ?? "hidden";
  }

  #within(person: SnapshotPerson, extent: NaiveExtent, record: NaiveRecord, looks: boolean): boolean {
    if (extent.scope === "none") return false;
    if (extent.scope === "all") return true;
    const holders = [record.ownerId, ...record.followerIds];
    if (holders.some((id) => id !== null && this.#isWithin(person, extent.scope, id))) return true;
    const given = (record.given ?? []).filter(({ level }) => looks || level === "follow");
    if (extent.scope === "territory" && this.#worksIn(person, record.territoryIds ?? [])) return true;
    const isTheirs = (holderId: string): boolean =>
      this.#rows.people.some(
        (p) => this.#isWithin(person, extent.scope, p.id) && (p.id === holderId || this.#isBelow(p.teamId, holderId)),
      );
    if (given.some(({ holderId }) => isTheirs(holderId))) return true;
    const pool = this.#rows.pools.find((candidate) => candidate.id === record.poolId);
    return pool !== undefined && this.#reachesPool(person, extent, pool);
  }

  #worksIn(person: SnapshotPerson, territoryIds: readonly string[]): boolean {
    return (this.#rows.territories ?? []).some(
      ({ id, holderId }) =>
        territoryIds.includes(id) && (holderId === person.id || this.#isBelow(person.teamId, holderId)),
    );
  }

  #isWithin(person: SnapshotPerson, scope: Scope, otherId: string): boolean {
    if (otherId === person.id) return true;
    const other = this.#rows.people.find((candidate) => candidate.id === otherId);
    if (scope === "own" || scope === "territory" || !other || other.teamId === null || person.teamId === null)
      return false;
    return scope === "team" ? other.teamId === person.teamId : this.#isBelow(other.teamId, person.teamId);
  }

  #isBelow(teamId: string | null, topId: string): boolean {
    for (let at = teamId; at !== null; at = this.#rows.teams.find((team) => team.id === at)?.parentId ?? null) {
      if (at === topId) return true;
    }
    return false;
  }

  #reachesPool(person: SnapshotPerson, { scope, pools }: NaiveExtent, pool: SnapshotPool): boolean {
    const isOfOurTeam =
      pool.teamId !== null &&
      person.teamId !== null &&
      (scope === "below" ? this.#isBelow(pool.teamId, person.teamId) : pool.teamId === person.teamId);
    if (pools !== null) return pools.includes(pool.kind) && (pool.teamId === null || isOfOurTeam);
    return isOfOurTeam || this.#rows.people.some((p) => this.#isWithin(person, scope, p.id) && this.#isMember(p, pool));
  }

  #isMember(person: SnapshotPerson, pool: SnapshotPool): boolean {
    const roles = this.#rows.roles.filter((role) => person.roleIds.includes(role.id));
    const byRole = roles.some((role) => pool.memberRoles.includes(role.code));
    return person.active && (byRole || (pool.teamId !== null && pool.teamId === person.teamId));
  }
}
