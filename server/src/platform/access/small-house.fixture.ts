import { randomUUID } from "node:crypto";
import { lineKey } from "./grants.ts";
import type { Scope } from "./grants.ts";
import { PeopleSnapshot } from "./people-snapshot.ts";

/**
 * A house for tests that need people with grants and no more: each with one role, which may do everything with the named
 * objects within a scope.
 */
export function smallHouse<Name extends string>(
  people: Readonly<Record<Name, Readonly<Record<string, Scope>>>>,
): { snapshot: PeopleSnapshot; ids: Record<Name, string> } {
  const entries = Object.entries(people) as [Name, Record<string, Scope>][];
  const ids = Object.fromEntries(entries.map(([name]) => [name, randomUUID()])) as Record<Name, string>;
  const snapshot = new PeopleSnapshot({
    people: entries.map(([name]) => ({
      id: ids[name],
      name,
      email: null,
      language: "zh-CN",
      teamId: null,
      active: true,
      signInId: null,
      roleIds: [`role of ${name}`],
    })),
    teams: [],
    pools: [],
    roles: entries.map(([name, objects]) => ({
      id: `role of ${name}`,
      code: name,
      grants: new Map(
        Object.entries(objects).map(([object, scope]) => [
          lineKey(object, "*"),
          { object, action: "*", scope, pools: null },
        ]),
      ),
      fields: new Map(),
    })),
  });
  return { snapshot, ids };
}
