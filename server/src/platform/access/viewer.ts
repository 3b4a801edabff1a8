import type { AccessObject } from "./access-object.ts";
import { ANY, further, lineFor } from "./grants.ts";
import type { GrantLine } from "./grants.ts";
import type { PeopleSnapshot, SnapshotPerson, SnapshotRole } from "./people-snapshot.ts";
import { NOTHING, join, resolveExtent } from "./reach.ts";
import type { Reach } from "./reach.ts";

/**
 * Somebody who looks and acts: a person with roles, as of one snapshot of people and grants. An API key acts as its
 * person, narrowed by its list of permissions.
 */
export class Viewer {
  readonly personId: string;
  readonly roles: readonly SnapshotRole[];
  readonly #resolved = new Map<string, Reach>();

  constructor(
    readonly snapshot: PeopleSnapshot,
    readonly person: SnapshotPerson,
    /** `lead.read`, `lead.*`, `*.read`; null for a person at a browser. */
    readonly permissions: readonly string[] | null = null,
  ) {
    this.personId = person.id;
    this.roles = snapshot.rolesOf(person);
  }

  /** Whether an API key speaks. It never reaches passwords, sessions or keys. */
  get isKey(): boolean {
    return this.permissions !== null;
  }

  /** Remembers what was resolved for this viewer; a snapshot never changes. */
  once(key: string, resolve: () => Reach): Reach {
    const known = this.#resolved.get(key);
    if (known) return known;
    const reach = resolve();
    this.#resolved.set(key, reach);
    return reach;
  }

  /** Whether the viewer's key, if any, lists this. */
  permits(object: string, action: string): boolean {
    return (
      this.permissions === null ||
      [`${object}.${action}`, `${object}.${ANY}`, `${ANY}.${action}`, `${ANY}.${ANY}`].some((permission) =>
        this.permissions?.includes(permission),
      )
    );
  }
}

type Named = AccessObject | string;
const nameOf = (object: Named): string => (typeof object === "string" ? object : object.name);

/** The records of an object with which the viewer may do something. */
export function reachOf(viewer: Viewer, object: Named, action: string): Reach {
  const name = nameOf(object);
  return viewer.once(`${name}.${action}`, () => {
    if (!viewer.permits(name, action)) return NOTHING;
    return grantLines(viewer, name, action)
      .map((line) => resolveExtent(viewer.snapshot, viewer.person, line, action === "read"))
      .reduce(join, NOTHING);
  });
}

/** Whether there is any record at all with which the viewer may do this; for objects without owners, whether they may. */
export function may(viewer: Viewer, object: Named, action: string): boolean {
  return reachOf(viewer, object, action).kind !== "nothing";
}

/** Whether somebody within the viewer's reach was given a right to look at single records, of whatever kind. */
export function looksAtSome(viewer: Viewer, object: Named): boolean {
  const reach = reachOf(viewer, object, "read");
  return reach.kind === "some" && reach.lookerIds.size > 0;
}

/** The furthest scope of any of the viewer's roles, and the pools of all of them, as the pages show it. */
export function grantOf(viewer: Viewer, object: Named, action: string): GrantLine {
  const name = nameOf(object);
  const lines = viewer.permits(name, action) ? grantLines(viewer, name, action) : [];
  return {
    object: name,
    action,
    scope: lines.map((line) => line.scope).reduce(further, "none"),
    pools: lines.some((line) => line.pools === null) ? null : lines.flatMap((line) => line.pools ?? []),
  };
}

function grantLines(viewer: Viewer, object: string, action: string): GrantLine[] {
  return viewer.roles.flatMap((role) => lineFor(role.grants, object, action) ?? []);
}
