import type { Role } from "@tongzhou/contract/people-roles";
import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Conflict, NotFound } from "../../platform/problems/refusal.ts";
import { findRoles, insertRole, isRoleNameTaken, writeFieldGrant, writeGrant } from "./queries/role-rows.ts";
import { insertSecurityEvent } from "./queries/security-event-rows.ts";

export const CREATE_ROLE = operationKind("role.create");

/**
 * Adds a role, empty or as a copy of another.
 * @returns its id.
 * @throws Conflict `role_name_taken`; NotFound when the copied role is not there.
 */
export async function createRole(
  context: Context,
  role: { readonly name: Role["name"]; readonly copyOf?: string | undefined },
): Promise<string> {
  if (await isRoleNameTaken(context, role.name)) throw new Conflict("role_name_taken");
  const id = context.newId();
  await insertRole(context, { id, code: `role_${id.replaceAll("-", "")}`, name: role.name });
  if (role.copyOf !== undefined) {
    const [original] = await findRoles(context, role.copyOf);
    if (!original) throw new NotFound();
    for (const { object, action, scope, pools } of original.grants) {
      await writeGrant(context, id, { object, action }, { scope, pools });
    }
    for (const { object, field, ...value } of original.fields)
      await writeFieldGrant(context, id, { object, field }, value);
  }
  await insertSecurityEvent(context, { kind: "role_created", personId: null, details: { roleId: id } });
  return id;
}
