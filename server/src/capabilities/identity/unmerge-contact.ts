import type { UnmergePreview } from "@tongzhou/contract/identity";
import type { Acting, Viewing } from "../../platform/access/acting.ts";
import type { Context, ReadContext } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Conflict, NotFound } from "../../platform/problems/refusal.ts";
import {
  contactHomes,
  homesBelow,
  lockMerging,
  mayEditContact,
  pathToSurvivor,
  readMerging,
  splitContacts,
  writeMergeValues,
} from "../contacts/index.ts";
import type { MergeFacts, MergingContact } from "../contacts/index.ts";
import { giveBackValues, MERGE_FIELDS } from "./domain/choose-values.ts";
import type { MergeField, TakenValues } from "./domain/choose-values.ts";
import {
  findMeetings,
  findMergeOf,
  findMergesInto,
  findMergesOfOperation,
  insertMergeEnd,
} from "./queries/merge-rows.ts";
import type { StoredMerge } from "./queries/merge-rows.ts";
import { writeDifferent } from "./queries/pair-rows.ts";

/** Unmerging is undone by merging again: what came in between belongs to one side or the other by then. */
export const MERGE_AGAIN = "undo.merge_again";

export const UNMERGE_CONTACT = operationKind("contact.unmerge", { notUndoable: MERGE_AGAIN });

/**
 * Makes a merged contact one of its own again, with all that has its home there, whenever it came; the survivor keeps what
 * people wrote since and gets back what the merge had taken and nobody has touched (R-ID-7, R-ID-8). Whoever takes two apart
 * says that they are two: they are not asked about again. Undo of the merge says nothing of the kind.
 * @throws NotFound for contacts that the actor may not edit; Conflict `not_merged`.
 */
export async function unmergeContact(context: Acting, mergedId: string): Promise<void> {
  const path = await pathToSurvivor(context, mergedId);
  const survivorId = path.at(-1);
  if (survivorId === undefined) throw new NotFound();
  if (!(await mayEditContact(context, survivorId))) throw new NotFound();
  const merge = await findMergeOf(context, mergedId);
  if (!merge) throw new Conflict("not_merged");
  await endMerge(context, merge);
  await writeDifferent(context, [merge.survivorId, mergedId], context.viewer.personId);
}

/**
 * What would go with a merged contact, and which facts the survivor would get back; writes nothing.
 * @throws as `unmergeContact`.
 */
export async function previewUnmerge(viewing: Viewing, mergedId: string): Promise<UnmergePreview> {
  const path = await pathToSurvivor(viewing, mergedId);
  const survivorId = path.at(-1);
  if (survivorId === undefined || !(await mayEditContact(viewing, survivorId))) throw new NotFound();
  const merge = await findMergeOf(viewing, mergedId);
  if (!merge) throw new Conflict("not_merged");
  const facts = await readMerging(viewing, path);
  const [survivor, merged] = [factsOf(facts, merge.survivorId), factsOf(facts, mergedId)];
  return {
    moves: await contactHomes.count(viewing, await homesBelow(viewing, mergedId)),
    givenBack: Object.keys(giveBackValues(survivor, merge.taken, [], merged)) as MergeField[],
  };
}

/** Undo of merges is unmerging: what happened since goes to the side it belongs to, and nothing stands in its way. */
export async function takeBackMerges(context: Context, operationId: string): Promise<void> {
  const merges = await findMergesOfOperation(context, operationId);
  for (const merge of merges.toReversed()) if (!merge.ended) await endMerge(context, merge);
}

/** Whether the viewer may edit whoever goes on now for those that an operation merged. */
export async function mayTakeBackMerges(
  viewing: Pick<Viewing, "tx" | "viewer">,
  operationId: string,
): Promise<boolean> {
  for (const { ended, mergedId } of await findMergesOfOperation(viewing, operationId)) {
    const survivorId = (await pathToSurvivor(viewing, mergedId)).at(-1);
    if (!ended && (survivorId === undefined || !(await mayEditContact(viewing, survivorId)))) return false;
  }
  return true;
}

/** Whether all merges of an operation have ended by now. */
export async function areMergesEnded(context: Pick<ReadContext, "tx">, operationId: string): Promise<boolean> {
  return (await findMergesOfOperation(context, operationId)).every(({ ended }) => ended);
}

async function endMerge(context: Context, merge: StoredMerge): Promise<void> {
  const path = await pathToSurvivor(context, merge.mergedId);
  const locked = await lockMerging(context, path);
  // Somebody may have merged or taken apart what is above while we waited.
  const [again, present] = [await pathToSurvivor(context, merge.mergedId), await findMergeOf(context, merge.mergedId)];
  if (present?.id !== merge.id || again.join() !== path.join()) throw new Conflict("changed_meanwhile");
  await giveBack(context, merge, path, locked);
  await insertMergeEnd(context, merge.id);
  const survivorId = path.at(-1) ?? merge.survivorId;
  const concerned = [...(await homesBelow(context, survivorId))];
  await splitContacts(context, { survivorId, mergedId: merge.mergedId }, await findMeetings(context, concerned));
}

/** Each survivor above, from the nearest up, gets back what it had taken over from the side that leaves. */
async function giveBack(
  context: Context,
  merge: StoredMerge,
  path: readonly string[],
  locked: ReadonlyMap<string, MergingContact>,
): Promise<void> {
  const into = await findMergesInto(context, path.slice(1));
  let edge: { readonly id: string; readonly taken: TakenValues } = merge;
  let leaving = factsOf(locked, merge.mergedId);
  for (const survivorId of path.slice(1)) {
    const survivor = factsOf(locked, survivorId);
    const merges = into.filter((one) => one.survivorId === survivorId);
    const place = merges.findIndex(({ id }) => id === edge.id);
    const back = giveBackValues(survivor, edge.taken, merges.slice(place + 1), leaving);
    await writeMergeValues(context, survivorId, back);
    const above = survivorId === path.at(-1) ? undefined : await findMergeOf(context, survivorId);
    if (!above) return;
    // Further up only those values go back that had come all the way.
    const changed = MERGE_FIELDS.filter((field) => field in back && above.taken[field]?.after === survivor[field]);
    if (changed.length === 0) return;
    edge = { id: above.id, taken: Object.fromEntries(changed.map((field) => [field, followed(above, field, back)])) };
    leaving = survivor;
  }
}

/** What a survivor further up has instead: what the one below has now, or its own where that one has nothing. */
function followed(
  above: StoredMerge,
  field: MergeField,
  back: Partial<Record<MergeField, string | null>>,
): { before: string | null; after: string | null } {
  const { before = null, after = null } = above.taken[field] ?? {};
  return { before: back[field] ?? before, after };
}

function factsOf(contacts: ReadonlyMap<string, MergingContact>, id: string): MergeFacts {
  const contact = contacts.get(id);
  if (!contact) throw new NotFound();
  return contact.facts;
}
