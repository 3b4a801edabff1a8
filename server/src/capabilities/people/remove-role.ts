import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { countHolders, deleteRole, lockRole } from "./queries/role-rows.ts";
import { insertSecurityEvent } from "./queries/security-event-rows.ts";

export const REMOVE_ROLE = operationKind("role.remove");

/** Removes a role of the company's own that nobody has. @throws NotFound; Refused `role_shipped` or `role_in_use`. */
export async function removeRole(context: Context, id: string): Promise<void> {
  const role = await lockRole(context, id);
  if (!role) throw new NotFound();
  if (role.shipped) throw new Refused("role_shipped");
  const holders = await countHolders(context, id);
  if (holders > 0) throw new Refused("role_in_use", { count: holders });
  await deleteRole(context, id);
  await insertSecurityEvent(context, { kind: "role_removed", personId: null, details: { roleId: id } });
}
