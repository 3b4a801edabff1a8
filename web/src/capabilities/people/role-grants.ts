import type { FieldGrant, FieldLevel, Grant, Role, Scope } from "@tongzhou/contract/people-roles";

type GrantValue = Pick<Grant, "scope" | "pools">;
type FieldValue = Pick<FieldGrant, "level" | "scope" | "pools" | "beyond">;

export interface GrantChange {
  object: string;
  action: string;
  from: GrantValue | null;
  to: GrantValue | null;
}

export interface FieldChange {
  object: string;
  field: string;
  from: FieldValue | null;
  to: FieldValue | null;
}

const ANY = "*";

/** The line that decides about an action on an object: its own, else the more general ones. */
export function grantOf(role: Role, object: string, action: string): Grant | undefined {
  const line = (wantedObject: string, wantedAction: string) =>
    role.grants.find((grant) => grant.object === wantedObject && grant.action === wantedAction);
  return line(object, action) ?? line(object, ANY) ?? line(ANY, action) ?? line(ANY, ANY);
}

/** The line that decides about a field. */
export function fieldGrantOf(role: Role, object: string, field: string): FieldGrant | undefined {
  const line = (wantedObject: string, wantedField: string) =>
    role.fields.find((grant) => grant.object === wantedObject && grant.field === wantedField);
  return line(object, field) ?? line(ANY, ANY);
}

/** Sets how far an action reaches, as a line of its own; undefined when it reaches so far already. */
export function grantChange(role: Role, object: string, action: string, scope: Scope): GrantChange | undefined {
  const inForce = grantOf(role, object, action);
  if ((inForce?.scope ?? "none") === scope) return undefined;
  const own = role.grants.find((grant) => grant.object === object && grant.action === action);
  return {
    object,
    action,
    from: own === undefined ? null : { scope: own.scope, pools: own.pools },
    to: { scope, pools: inForce?.pools ?? null },
  };
}

/** Sets what a role may do with a field; undefined when nothing changes. A scope that was narrower stays. */
export function fieldChange(role: Role, object: string, field: string, level: FieldLevel): FieldChange | undefined {
  const inForce = fieldGrantOf(role, object, field);
  if ((inForce?.level ?? "hidden") === level) return undefined;
  const own = role.fields.find((grant) => grant.object === object && grant.field === field);
  const value = ({ level: was, scope, pools, beyond }: FieldGrant): FieldValue => ({
    level: was,
    scope,
    pools,
    beyond,
  });
  const reaches = { scope: inForce?.scope ?? "all", pools: inForce?.pools ?? null } as const;
  const isEverywhere = reaches.scope === "all";
  return {
    object,
    field,
    from: own === undefined ? null : value(own),
    to: { level, ...reaches, beyond: isEverywhere ? level : lower(level, inForce?.beyond ?? "hidden") },
  };
}

const LEVELS: readonly FieldLevel[] = ["hidden", "masked", "read", "edit"];

/** What lies beyond the scope is never more than within it. */
const lower = (one: FieldLevel, other: FieldLevel): FieldLevel =>
  LEVELS.indexOf(one) < LEVELS.indexOf(other) ? one : other;
