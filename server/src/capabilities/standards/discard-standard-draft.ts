import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { lockDraft } from "./lock-draft.ts";
import { deleteDraft } from "./queries/standard-rows.ts";

export const DISCARD_STANDARD_DRAFT = operationKind("standard.discard");

/**
 * Throws a draft away, with a signature it may have.
 * @throws NotFound; Refused `standard_not_a_draft`.
 */
export async function discardStandardDraft(context: Context, id: string): Promise<void> {
  await lockDraft(context, id);
  await deleteDraft(context, id);
}
