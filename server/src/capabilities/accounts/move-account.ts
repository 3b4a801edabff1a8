import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { findAccount } from "./queries/account-rows.ts";
import { isAtOrBelow, lockForMove, setParent } from "./queries/account-tree.ts";

export const MOVE_ACCOUNT = operationKind("account.move");

/**
 * Puts a company, with all that stands below it, under another one that the mover may read, or at the top of a tree of its
 * own (`to` null).
 * @throws NotFound; Refused `account_parent_missing`, `account_tree_of_companies` for households and merged ones,
 * `account_below_itself`; Conflict `changed_meanwhile` when somebody else moved it.
 */
export async function moveAccount(context: Acting, id: string, parentId: FieldChange<string | null>): Promise<void> {
  const seen = await findAccount(context, id, "edit");
  if (!seen || seen.mergedIntoId !== null) throw new NotFound();
  const above = parentId.to === null ? null : await findAccount(context, parentId.to);
  if (above === undefined) throw new Refused("account_parent_missing");
  if (seen.kind !== "company" || (above !== null && (above.kind !== "company" || above.mergedIntoId !== null)))
    throw new Refused("account_tree_of_companies");
  const present = await lockForMove(context, id, parentId.to);
  if (!present) throw new NotFound();
  const changes = await takeChanges(context, { table: "account", id }, present, { parentId });
  if (changes.parentId === undefined) return;
  if (above !== null && (await isAtOrBelow(context, above.id, id)))
    throw new Refused("account_below_itself", { name: seen.name, above: above.name });
  await setParent(context, id, changes.parentId);
  await context.emit("account.changed", [id]);
}
