import type { LeadStandard } from "@tongzhou/contract/lead-standard";
import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { lockDraft } from "./lock-draft.ts";
import { findSignatures, updateDraft } from "./queries/standard-rows.ts";

export const EDIT_STANDARD_DRAFT = operationKind("standard.edit");

export interface StandardEdit {
  readonly content?: FieldChange<LeadStandard> | undefined;
  readonly note?: FieldChange<string | null> | undefined;
}

/**
 * Edits a draft. It may have errors while it is a draft; the content of one that somebody has signed stays.
 * @throws NotFound; Refused `standard_not_a_draft`, `standard_is_signed`; Conflict `changed_meanwhile`.
 */
export async function editStandardDraft(context: Acting, id: string, edit: StandardEdit): Promise<void> {
  const { content, note } = await lockDraft(context, id);
  const changes = await takeChanges(context, { table: "lead_standard", id }, { content, note }, edit);
  if (changes.content !== undefined && (await findSignatures(context, [id])).length > 0)
    throw new Refused("standard_is_signed");
  await updateDraft(context, id, changes);
}
