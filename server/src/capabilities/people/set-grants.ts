import { isDeepStrictEqual } from "node:util";
import type { FieldGrant, Grant, Role } from "@tongzhou/contract/people-roles";
import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Conflict, NotFound } from "../../platform/problems/refusal.ts";
import type { WrongField } from "../../platform/problems/refusal.ts";
import { keepAnAdministrator } from "./keep-an-administrator.ts";
import { lockAdministrators } from "./queries/person-rows.ts";
import { findRoles, lockRole, writeFieldGrant, writeGrant } from "./queries/role-rows.ts";
import { insertSecurityEvent } from "./queries/security-event-rows.ts";

export const SET_GRANTS = operationKind("role.set_grants");

type GrantValue = Pick<Grant, "scope" | "pools">;
type FieldGrantValue = Pick<FieldGrant, "level" | "scope" | "pools" | "beyond">;

export interface GrantsEdit {
  readonly grants: readonly (Pick<Grant, "object" | "action"> & {
    readonly from: GrantValue | null;
    readonly to: GrantValue | null;
  })[];
  readonly fields: readonly (Pick<FieldGrant, "object" | "field"> & {
    readonly from: FieldGrantValue | null;
    readonly to: FieldGrantValue | null;
  })[];
}

/**
 * Sets lines of a role, cell by cell; null stands for no line.
 * @throws NotFound; Conflict `changed_meanwhile` when a cell is not as the editor saw it; Refused `last_admin`.
 */
export async function setGrants(context: Acting, roleId: string, edit: GrantsEdit): Promise<void> {
  await lockAdministrators(context);
  if (!(await lockRole(context, roleId))) throw new NotFound();
  const [role] = await findRoles(context, roleId);
  if (!role) throw new NotFound();
  refuseStaleCells(role, edit);
  for (const { object, action, to } of edit.grants) await writeGrant(context, roleId, { object, action }, to);
  for (const { object, field, to } of edit.fields) await writeFieldGrant(context, roleId, { object, field }, to);
  await insertSecurityEvent(context, { kind: "grants_changed", personId: null, details: { roleId, ...edit } });
  await keepAnAdministrator(context);
}

function refuseStaleCells(role: Role, edit: GrantsEdit): void {
  const stale: WrongField[] = [];
  edit.grants.forEach(({ object, action, from }, position) => {
    const line = role.grants.find((grant) => grant.object === object && grant.action === action);
    const now = line ? { scope: line.scope, pools: line.pools } : null;
    if (!isDeepStrictEqual(now, from)) stale.push({ pointer: `/grants/${position}`, code: "field.changed" });
  });
  edit.fields.forEach(({ object, field, from }, position) => {
    const line = role.fields.find((grant) => grant.object === object && grant.field === field);
    const now = line ? { level: line.level, scope: line.scope, pools: line.pools, beyond: line.beyond } : null;
    if (!isDeepStrictEqual(now, from)) stale.push({ pointer: `/fields/${position}`, code: "field.changed" });
  });
  if (stale.length > 0) throw new Conflict("changed_meanwhile", {}, stale);
}
