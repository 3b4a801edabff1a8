import type { SalesTarget } from "@tongzhou/contract/insights";
import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { requireCompany } from "../people/index.ts";
import { deleteTarget, insertTarget, lockTarget, updateTarget } from "./queries/sales-target-rows.ts";

export const SET_TARGET = operationKind("sales_target.set");

/**
 * Sets what is to be won in a month, for the company or a team, in the company's currency; null takes it away.
 * @param month `YYYY-MM`.
 * @throws Conflict `changed_meanwhile`; the database refuses a team that does not exist (`refers_to_missing`).
 */
export async function setTarget(
  context: Acting,
  { month, teamId }: { readonly month: string; readonly teamId: string | null },
  change: FieldChange<number | null> | undefined,
): Promise<SalesTarget> {
  const { currency } = await requireCompany(context);
  const first = `${month}-01`;
  const target = await lockTarget(context, first, teamId);
  const present: { amount: number | null } = { amount: target?.amount ?? null };
  const record = { table: "sales_target", id: target?.id ?? context.newId() };
  const { amount } = await takeChanges(context, record, present, { amount: change });
  if (amount === null && target) await deleteTarget(context, target.id);
  if (amount !== undefined && amount !== null) {
    if (target) await updateTarget(context, target.id, amount);
    else await insertTarget(context, { month: first, teamId, amount, currency });
  }
  return {
    month,
    teamId,
    amount: amount === undefined ? present.amount : amount,
    currency: target?.currency ?? currency,
  };
}
