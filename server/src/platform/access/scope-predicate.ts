import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import type { AccessObject, Belonging, Whose } from "./access-object.ts";
import type { Reach } from "./reach.ts";
import { reachOf } from "./viewer.ts";
import type { Viewer } from "./viewer.ts";

/**
 * Up to so many owners a list is fastest as one index probe an owner, merged; above, as `owner_id = any(…)`. Measured at a
 * million leads: the crossing point follows the share of the rows, so it is decided by count, not by role.
 */
export const PROBED_OWNERS = 50;

type SomeReach = Extract<Reach, { kind: "some" }>;

const TRUE = sql<SqlBool>`true`;
const FALSE = sql<SqlBool>`false`;

/**
 * The records of an object with which the viewer may do `action`, as a condition on its table; the one predicate that
 * lists, records, search, counts, export and reports all use.
 * @param alias the name of the object's table in the statement.
 */
export function scopePredicate(
  viewer: Viewer,
  object: AccessObject,
  action: string,
  alias: string = object.name,
): RawBuilder<SqlBool> {
  return reachPredicate(reachOf(viewer, object, action), object.belonging, alias);
}

/**
 * At least the ids of the records with which the viewer may do `action`, as a query of one uuid column, for statements that
 * do better to begin with the few records of one person than with everything of a name; a null among them says that there
 * are more. It narrows and decides nothing: `scopePredicate` does. Null: everything, or not to be listed.
 * @param view the object's table or view.
 */
export function reachableIds(
  viewer: Viewer,
  object: AccessObject,
  action: string,
  view: RawBuilder<unknown>,
): RawBuilder<unknown> | null {
  const reach = reachOf(viewer, object, action);
  const { related, relatedIds } = object.belonging;
  if (reach.kind !== "some" || (related && !relatedIds)) return null;
  const whose = whoseOf(reach);
  const own = sql`select held.id from ${view} as held where ${ownWithin(reach, object.belonging, "held")}`;
  return sql.join([own, ...(relatedIds?.(whose) ?? [])], sql` union all `);
}

/** The records within a reach, as a condition on the table of an object. */
export function reachPredicate(reach: Reach, belonging: Belonging, alias: string): RawBuilder<SqlBool> {
  if (reach.kind !== "some") return reach.kind === "everything" ? TRUE : FALSE;
  const whose = whoseOf(reach);
  const own = ownWithin(reach, belonging, alias);
  return belonging.related ? sql<SqlBool>`(${own} or ${belonging.related(whose, alias)})` : own;
}

/**
 * The owners whose records the viewer may see, for lists that probe the index owner by owner; null: everybody's.
 * @returns at most `PROBED_OWNERS` ids are worth probing one by one.
 */
export function ownerIdsOf(viewer: Viewer, object: AccessObject, action: string): string[] | null {
  const reach = reachOf(viewer, object, action);
  if (reach.kind === "everything") return null;
  return reach.kind === "nothing" ? [] : [...reach.ownerIds];
}

/**
 * The records that the viewer may read because they were given a right to look at them, by themselves: those of an opportunity on
 * which they collaborate.
 */
export function lookPredicate(viewer: Viewer, object: AccessObject, alias: string): RawBuilder<SqlBool> {
  const reach = reachOf(viewer, object, "read");
  const { related } = object.belonging;
  if (reach.kind !== "some" || !related || reach.lookerIds.size === 0) return FALSE;
  return related({ holds: () => FALSE, holderIds: new Set(), lookerIds: reach.lookerIds }, alias);
}

const whoseOf = (reach: SomeReach): Whose => ({
  holds: (columns) => heldWithin(reach, columns),
  holderIds: reach.holderIds,
  lookerIds: reach.lookerIds,
});

function ownWithin(reach: SomeReach, { owner, pool, team }: Belonging, alias: string): RawBuilder<SqlBool> {
  const named = (column: string): string => `${alias}.${column}`;
  return heldWithin(reach, {
    ...(owner === undefined ? {} : { owner: named(owner) }),
    ...(pool === undefined ? {} : { pool: named(pool) }),
    ...(team === undefined ? {} : { team: named(team) }),
  });
}

function heldWithin(reach: SomeReach, columns: { owner?: string; pool?: string; team?: string }): RawBuilder<SqlBool> {
  const tests = [
    among(columns.owner, reach.ownerIds),
    among(columns.pool, reach.poolIds),
    among(columns.team, reach.teamIds),
  ].filter((test) => test !== null);
  return tests.length === 0 ? FALSE : sql<SqlBool>`(${sql.join(tests, sql` or `)})`;
}

/** `is true` is left to the caller's `where`: a null column is nobody's, and null is not true there. */
function among(column: string | undefined, ids: ReadonlySet<string>): RawBuilder<SqlBool> | null {
  if (column === undefined || ids.size === 0) return null;
  const [only, ...more] = ids;
  if (more.length === 0) return sql<SqlBool>`${sql.ref(column)} = ${only}::uuid`;
  return sql<SqlBool>`${sql.ref(column)} = any(${[...ids]}::uuid[])`;
}
