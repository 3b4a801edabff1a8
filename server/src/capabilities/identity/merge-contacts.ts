import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Conflict, NotAllowed, NotFound, Refused } from "../../platform/problems/refusal.ts";
import { joinContacts, lockMerging, mayEditContact, mayTakeFacts, writeMergeValues } from "../contacts/index.ts";
import { takeValues } from "./domain/choose-values.ts";
import type { MergeField } from "./domain/choose-values.ts";
import { insertMerge } from "./queries/merge-rows.ts";
import { MERGE_AGAIN, areMergesEnded, mayTakeBackMerges, takeBackMerges } from "./unmerge-contact.ts";

export const MERGE_CONTACTS = operationKind("contact.merge", {
  takenBack: {
    isDone: areMergesEnded,
    mayCarryOut: mayTakeBackMerges,
    carryOut: takeBackMerges,
    notRedoable: MERGE_AGAIN,
  },
});

export interface MergeRequest {
  readonly survivorId: string;
  readonly mergedId: string;
  /** The facts that go on with the value of the merged side; all others with that of the survivor. */
  readonly take: readonly MergeField[];
}

/**
 * Lets one contact go on as another: all that belongs to it belongs to the survivor, two open leads of one product line meet
 * (row 14), and the chosen values are taken over. The merged record is kept as it was, and the merge can be taken back at any
 * later time.
 * @returns the id of the merge.
 * @throws NotFound for a contact that the actor may not edit; NotAllowed for a fact that they may not write there; Refused `same_contact`; Conflict `merged_already`.
 */
export async function mergeContacts(context: Acting, { survivorId, mergedId, take }: MergeRequest): Promise<string> {
  if (survivorId === mergedId) throw new Refused("same_contact");
  const locked = await lockMerging(context, [survivorId, mergedId]);
  const [survivor, merged] = [locked.get(survivorId), locked.get(mergedId)];
  if (!survivor || !merged) throw new NotFound();
  for (const { id } of [survivor, merged]) if (!(await mayEditContact(context, id))) throw new NotFound();
  if (survivor.mergedIntoId !== null || merged.mergedIntoId !== null) throw new Conflict("merged_already");
  if (!(await mayTakeFacts(context, survivorId, take))) throw new NotAllowed();
  const taken = takeValues(survivor.facts, merged.facts, new Set(take));
  await writeMergeValues(
    context,
    survivorId,
    Object.fromEntries(Object.entries(taken).map(([field, { after }]) => [field, after])),
  );
  const met = await joinContacts(context, { survivorId, mergedId });
  return insertMerge(context, { survivorId, mergedId, taken, met });
}
