import type { FieldGrantLine, GrantLine } from "../access/grants.ts";
import { lineFor, lineKey } from "../access/grants.ts";
import { houseFieldName, isLimited } from "./house-field.ts";
import type { HouseField } from "./house-field.ts";

interface Role {
  readonly code: string;
  readonly grants: ReadonlyMap<string, GrantLine>;
}

/**
 * What a role may do with added fields, as field grants: one that does not exist for the role is hidden, a sensitive one is
 * open where the role may edit the record and masked beyond. Fields that follow their record have no line.
 */
export function houseFieldLines(role: Role, fields: readonly HouseField[]): [string, FieldGrantLine][] {
  return fields.filter(isLimited).map((field) => {
    const name = houseFieldName(field.id);
    return [lineKey(field.object, name), { object: field.object, field: name, ...extentOf(role, field) }];
  });
}

function extentOf(role: Role, { object, visibleTo, sensitive }: HouseField): Omit<FieldGrantLine, "object" | "field"> {
  if (visibleTo !== null && !visibleTo.includes(role.code)) {
    return { level: "hidden", scope: "none", pools: null, beyond: "hidden" };
  }
  if (!sensitive) return { level: "edit", scope: "all", pools: null, beyond: "edit" };
  const { scope, pools } = lineFor(role.grants, object, "edit") ?? { scope: "none", pools: null };
  return { level: "edit", scope, pools, beyond: "masked" };
}
