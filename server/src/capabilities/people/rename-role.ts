import type { Role } from "@tongzhou/contract/people-roles";
import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Conflict, NotFound } from "../../platform/problems/refusal.ts";
import { isRoleNameTaken, lockRole, renameRoleRow } from "./queries/role-rows.ts";

export const RENAME_ROLE = operationKind("role.rename");

/** Renames a role. @throws NotFound; Conflict `changed_meanwhile` or `role_name_taken`. */
export async function renameRole(
  context: Acting,
  id: string,
  edit: { readonly name?: FieldChange<Role["name"]> | undefined },
): Promise<void> {
  const role = await lockRole(context, id);
  if (!role) throw new NotFound();
  const { name } = await takeChanges(context, { table: "role", id }, { name: role.name }, edit);
  if (!name) return;
  if (await isRoleNameTaken(context, name, id)) throw new Conflict("role_name_taken");
  await renameRoleRow(context, id, name);
}
