import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { writeDifferent } from "./queries/pair-rows.ts";
import { contactMerging } from "./shapes/contact-merging.ts";
import { MERGE_AGAIN, unmergeRecord } from "./unmerge-record.ts";

export const UNMERGE_CONTACT = operationKind("contact.unmerge", { notUndoable: MERGE_AGAIN });

/**
 * Makes a merged contact one of its own again. Whoever takes two apart says that they are two: they are not asked about again.
 * Undo of the merge says nothing of the kind. Throws as `unmergeRecord`.
 */
export async function unmergeContact(context: Acting, mergedId: string): Promise<void> {
  const survivorId = await unmergeRecord(contactMerging, context, mergedId);
  await writeDifferent(context, [survivorId, mergedId], context.viewer.personId);
}
