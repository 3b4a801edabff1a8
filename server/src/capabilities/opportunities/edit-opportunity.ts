import type { Acting } from "../../platform/access/acting.ts";
import { fieldLevel } from "../../platform/access/field-access.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotAllowed, Refused } from "../../platform/problems/refusal.ts";
import { sortKey } from "../../platform/text/sort-key.ts";
import { OPPORTUNITY } from "./opportunities.access.ts";
import { updateOpportunity } from "./queries/opportunity-rows.ts";
import type { LockedOpportunity } from "./queries/opportunity-rows.ts";
import { takeOpportunity } from "./take-opportunities.ts";

export const EDIT_OPPORTUNITY = operationKind("opportunity.edit");

type Editable = Pick<
  LockedOpportunity,
  "name" | "amount" | "expectedCloseOn" | "nextStep" | "nextStepOn" | "productLineId"
>;
export type OpportunityEdit = { readonly [Field in keyof Editable]?: FieldChange<Editable[Field]> | undefined };

/**
 * Changes facts of an opportunity. A won one keeps an amount.
 * @throws NotFound; NotAllowed, also for an amount that the editor may not edit; Conflict `changed_meanwhile`; Refused
 * `opportunity.amount_missing`.
 */
export async function editOpportunity(context: Acting, id: string, edit: OpportunityEdit): Promise<void> {
  const { outcome, ownerId, ...opportunity } = await takeOpportunity(context, id);
  if (edit.amount && fieldLevel(context.viewer, OPPORTUNITY, "amount", { ownerIds: [ownerId] }) !== "edit") {
    throw new NotAllowed();
  }
  const { name, amount, expectedCloseOn, nextStep, nextStepOn, productLineId } = opportunity;
  const present: Editable = { name, amount, expectedCloseOn, nextStep, nextStepOn, productLineId };
  const changed = await takeChanges(context, { table: "opportunity", id }, present, edit);
  if (outcome === "won" && changed.amount === null) throw new Refused("opportunity.amount_missing");
  await updateOpportunity(context, id, {
    ...(changed.name === undefined ? {} : { name: changed.name, name_sort: sortKey(changed.name, "text") }),
    ...(changed.amount === undefined ? {} : { amount: changed.amount }),
    ...(changed.expectedCloseOn === undefined ? {} : { expected_close_on: changed.expectedCloseOn }),
    ...(changed.nextStep === undefined ? {} : { next_step: changed.nextStep }),
    ...(changed.nextStepOn === undefined ? {} : { next_step_on: changed.nextStepOn }),
    ...(changed.productLineId === undefined ? {} : { product_line_id: changed.productLineId }),
  });
  await context.emit("opportunity.edited", [id]);
}
