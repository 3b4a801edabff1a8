import type { Scope } from "./grants.ts";
import type { PeopleSnapshot, SnapshotPerson, SnapshotPool } from "./people-snapshot.ts";

/**
 * The records a right extends to, as the ids that a record must carry: one of the owners, one of the pools, or one of the
 * teams. Resolved from people and teams as they are now (R-ACC-3).
 */
export type Reach =
  | { readonly kind: "nothing" }
  | { readonly kind: "everything" }
  | {
      readonly kind: "some";
      readonly ownerIds: ReadonlySet<string>;
      readonly poolIds: ReadonlySet<string>;
      readonly teamIds: ReadonlySet<string>;
      /**
       * People within reach, and teams that they sit in or below, to whom rights on records were given (R-ACC-1); with the scope
       * territory also one's territories.
       */
      readonly holderIds: ReadonlySet<string>;
      /** The same, as far as a right to look counts as well: for reading records, never for a field or an act. */
      readonly lookerIds: ReadonlySet<string>;
    };

export const NOTHING: Reach = { kind: "nothing" };
export const EVERYTHING: Reach = { kind: "everything" };

/** Whose a record is: its owners (a contact has several), the pools and the teams it is in. */
export interface Held {
  readonly ownerIds?: readonly (string | null)[];
  readonly poolIds?: readonly (string | null)[];
  readonly teamIds?: readonly (string | null)[];
  /** Who was given the right to follow it: people and teams; and the territories it lies in. */
  readonly holderIds?: readonly string[];
  /** Who was given the right to look at it: people and teams. */
  readonly lookerIds?: readonly string[];
}

/** Scope and pools of one line. */
export interface Extent {
  readonly scope: Scope;
  readonly pools: readonly string[] | null;
}

/**
 * Resolves a scope for a person: everybody whose records it covers, the pools and teams with them, and what was given to them.
 * @param looks whether a right to look counts: it opens records, no field under field grants and no act.
 */
export function resolveExtent(snapshot: PeopleSnapshot, person: SnapshotPerson, extent: Extent, looks: boolean): Reach {
  if (extent.scope === "none") return NOTHING;
  if (extent.scope === "all") return EVERYTHING;
  const teamIds = teamsWithin(snapshot, person, extent.scope);
  const people = new Map([[person.id, person]]);
  if (!isOfOneself(extent.scope)) {
    for (const teamId of teamIds) for (const member of snapshot.peopleIn(teamId)) people.set(member.id, member);
  }
  const pools = snapshot.pools.filter((pool) => reachesPool(snapshot, extent, pool, people, teamIds));
  const given = snapshot.givenTo([...people.values()]);
  const territories = extent.scope === "territory" ? snapshot.territoriesOf(person) : [];
  return {
    kind: "some",
    ownerIds: new Set(people.keys()),
    poolIds: new Set(pools.map((pool) => pool.id)),
    teamIds: isOfOneself(extent.scope) ? new Set() : new Set(teamIds),
    holderIds: new Set([...given, ...territories]),
    lookerIds: looks ? given : new Set(),
  };
}

/** A territory reaches records by where they lie; of people it reaches oneself alone. */
const isOfOneself = (scope: Scope): boolean => scope === "own" || scope === "territory";

function teamsWithin(snapshot: PeopleSnapshot, person: SnapshotPerson, scope: Scope): string[] {
  if (person.teamId === null) return [];
  return scope === "below" ? snapshot.teamAndBelow(person.teamId) : [person.teamId];
}

/**
 * Without a list of kinds: pools that somebody within scope belongs to. With one: pools of those kinds, membership or not,
 * but a team's own pool only for teams within scope.
 */
function reachesPool(
  snapshot: PeopleSnapshot,
  extent: Extent,
  pool: SnapshotPool,
  people: ReadonlyMap<string, SnapshotPerson>,
  teamIds: readonly string[],
): boolean {
  if (pool.teamId !== null && teamIds.includes(pool.teamId)) return extent.pools?.includes(pool.kind) ?? true;
  if (extent.pools !== null) return pool.teamId === null && extent.pools.includes(pool.kind);
  return [...people.values()].some((person) => snapshot.isMember(person, pool));
}

/** What either of two reaches extends to: a person with two roles may what any of them may. */
export function join(a: Reach, b: Reach): Reach {
  if (a.kind === "everything" || b.kind === "nothing") return a;
  if (b.kind === "everything" || a.kind === "nothing") return b;
  return {
    kind: "some",
    ownerIds: new Set([...a.ownerIds, ...b.ownerIds]),
    poolIds: new Set([...a.poolIds, ...b.poolIds]),
    teamIds: new Set([...a.teamIds, ...b.teamIds]),
    holderIds: new Set([...a.holderIds, ...b.holderIds]),
    lookerIds: new Set([...a.lookerIds, ...b.lookerIds]),
  };
}

/** Whether a reach extends to a record. */
export function covers(reach: Reach, held: Held): boolean {
  if (reach.kind !== "some") return reach.kind === "everything";
  const meets = (ids: ReadonlySet<string>, holders: readonly (string | null)[] = []): boolean =>
    holders.some((id) => id !== null && ids.has(id));
  return (
    meets(reach.ownerIds, held.ownerIds) ||
    meets(reach.poolIds, held.poolIds) ||
    meets(reach.teamIds, held.teamIds) ||
    meets(reach.holderIds, held.holderIds) ||
    meets(reach.lookerIds, held.lookerIds)
  );
}

/** Whether every record that `inner` extends to is within `outer` as well. */
export function includes(outer: Reach, inner: Reach): boolean {
  if (outer.kind === "everything" || inner.kind === "nothing") return true;
  if (outer.kind === "nothing" || inner.kind === "everything") return false;
  return (
    isSubset(inner.ownerIds, outer.ownerIds) &&
    isSubset(inner.poolIds, outer.poolIds) &&
    isSubset(inner.teamIds, outer.teamIds) &&
    isSubset(inner.holderIds, outer.holderIds) &&
    isSubset(inner.lookerIds, outer.lookerIds)
  );
}

function isSubset(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  for (const id of inner) if (!outer.has(id)) return false;
  return true;
}
