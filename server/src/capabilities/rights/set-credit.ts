import type { CreditShare } from "@tongzhou/contract/rights";
import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotAllowed, NotFound, Refused } from "../../platform/problems/refusal.ts";
import { inOrder, sharesMakeHundred } from "./domain/shares-make-hundred.ts";
import { beginSplit, endSplit, lockSplit } from "./queries/credit-rows.ts";
import { findCreditRecord } from "./queries/find-credit.ts";
import type { CreditOf } from "./queries/find-credit.ts";

export const SET_CREDIT = operationKind("credit.set");

/**
 * Agrees how the results of a record are shared from now on; what was agreed stays as history. No shares: nothing is agreed
 * here any more.
 * @throws NotFound; NotAllowed for whoever may not give the record on; Refused `credit_not_100`, `right_holder_missing` for
 * somebody who has left and had no share; Conflict `changed_meanwhile`.
 */
export async function setCredit(
  context: Acting,
  of: CreditOf,
  { from, to }: FieldChange<readonly CreditShare[]>,
): Promise<void> {
  const record = await findCreditRecord(context, of);
  if (!record) throw new NotFound();
  if (!record.mayGive) throw new NotAllowed();
  if (!sharesMakeHundred(to)) throw new Refused("credit_not_100");
  const present = await lockSplit(context, of);
  const { people } = context.viewer.snapshot;
  const had = new Set(present?.shares.map(({ personId }) => personId));
  if (to.some(({ personId }) => people.get(personId)?.active !== true && !had.has(personId)))
    throw new Refused("right_holder_missing");
  const { shares } = await takeChanges(
    context,
    { table: "credit_split", id: present?.id ?? of.id },
    { shares: inOrder(present?.shares ?? []) },
    { shares: { from: inOrder(from), to: inOrder(to) } },
  );
  if (shares === undefined) return;
  if (present) await endSplit(context, present.id);
  if (shares.length > 0) await beginSplit(context, of, shares);
}
