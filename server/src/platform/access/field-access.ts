import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import type { AccessObject } from "./access-object.ts";
import { FIELD_LEVELS, SCOPES, atLeast, lineFor } from "./grants.ts";
import type { FieldGrantLine, FieldLevel } from "./grants.ts";
import { EVERYTHING, NOTHING, covers, includes, join, resolveExtent } from "./reach.ts";
import type { Held, Reach } from "./reach.ts";
import { reachPredicate } from "./scope-predicate.ts";
import { reachOf } from "./viewer.ts";
import type { Viewer } from "./viewer.ts";

/**
 * The records on which the viewer may do at least `level` with a field. A field that its object does not govern follows
 * the record. A governed field without a line does not exist for the role.
 */
export function fieldReach(viewer: Viewer, object: AccessObject, field: string, level: FieldLevel): Reach {
  if (!viewer.snapshot.governs(object, field) || level === "hidden") return EVERYTHING;
  return viewer.once(`${object.name}.${field}:${level}`, () =>
    fieldLines(viewer, object, field)
      .map((line) => lineReach(viewer, line, level))
      .reduce(join, NOTHING),
  );
}

function fieldLines(viewer: Viewer, object: AccessObject, field: string): FieldGrantLine[] {
  return viewer.roles.flatMap((role) => lineFor(role.fields, object.name, field) ?? []);
}

function lineReach(viewer: Viewer, line: FieldGrantLine, level: FieldLevel): Reach {
  if (atLeast(line.beyond, level)) return EVERYTHING;
  return atLeast(line.level, level) ? resolveExtent(viewer.snapshot, viewer.person, line, false) : NOTHING;
}

/** What the viewer may do with a field of one record. */
export function fieldLevel(viewer: Viewer, object: AccessObject, field: string, held: Held): FieldLevel {
  const allowed = FIELD_LEVELS.toReversed().find((level) => covers(fieldReach(viewer, object, field, level), held));
  return allowed ?? "hidden";
}

/** Whether the field exists for the viewer at all: in conditions, columns, audit and undo lists (R-ACC-4). */
export function fieldExists(viewer: Viewer, object: AccessObject, field: string): boolean {
  return fieldReach(viewer, object, field, "masked").kind !== "nothing";
}

/**
 * Whether the viewer may filter, sort, group and search in part by the field: only when they may read it on every record
 * that they may read at all; else the order or the count would tell what the mask hides.
 */
export function mayFilterBy(viewer: Viewer, object: AccessObject, field: string): boolean {
  return includes(fieldReach(viewer, object, field, "read"), reachOf(viewer, object, "read"));
}

/** The records on which the viewer may read the field, as a condition: a search by it looks only at these. */
export function readableField(
  viewer: Viewer,
  object: AccessObject,
  field: string,
  alias: string = object.name,
): RawBuilder<SqlBool> {
  const predicate = reachPredicate(fieldReach(viewer, object, field, "read"), object.belonging, alias);
  return sql<SqlBool>`${predicate}`;
}

/**
 * A record as the viewer may see it: hidden fields are not there, masked ones are masked, all others untouched.
 * @param held whose the record is; what the statement that read it says of its owner and pool.
 */
export function presentFields<Fields extends Record<string, unknown>>(
  viewer: Viewer,
  object: AccessObject,
  record: Fields,
  held: Held,
): Partial<Fields> {
  const shown: Record<string, unknown> = { ...record };
  for (const [field, mask] of Object.entries(viewer.snapshot.governedFields(object))) {
    if (!(field in shown)) continue;
    const level = fieldLevel(viewer, object, field, held);
    if (level === "hidden") delete shown[field];
    else if (level === "masked" && shown[field] !== null) shown[field] = mask(shown[field]);
  }
  return shown as Partial<Fields>;
}

/** One line a governed field: the most that any of the viewer's roles allows, as the pages show it. */
export function fieldGrantOf(viewer: Viewer, object: AccessObject, field: string): FieldGrantLine {
  const lines = fieldLines(viewer, object, field);
  const beyond = highest(lines.map((line) => line.beyond));
  const best = lines.toSorted(
    (a, b) =>
      FIELD_LEVELS.indexOf(b.level) - FIELD_LEVELS.indexOf(a.level) ||
      SCOPES.indexOf(b.scope) - SCOPES.indexOf(a.scope),
  )[0];
  if (!best || atLeast(beyond, best.level)) {
    return { object: object.name, field, level: beyond, scope: "all", pools: null, beyond };
  }
  return { object: object.name, field, level: best.level, scope: best.scope, pools: best.pools, beyond };
}

function highest(levels: readonly FieldLevel[]): FieldLevel {
  return FIELD_LEVELS.toReversed().find((level) => levels.includes(level)) ?? "hidden";
}
