import type { Acting, Viewing } from "../../platform/access/acting.ts";
import type { Context } from "../../platform/ledger/context.ts";
import type { OperationKind } from "../../platform/ledger/operation-kind.ts";
import { Conflict, NotFound } from "../../platform/problems/refusal.ts";
import { giveBackValues } from "./domain/choose-values.ts";
import type { Facts, TakenValues } from "./domain/choose-values.ts";
import {
  findMeetings,
  findMergeOf,
  findMergesInto,
  findMergesOfOperation,
  insertMergeEnd,
} from "./queries/merge-rows.ts";
import type { StoredMerge } from "./queries/merge-rows.ts";
import type { Mergeable, MergingRecord } from "./shapes/mergeable.ts";

/** Unmerging is undone by merging again: what came in between belongs to one side or the other by then. */
export const MERGE_AGAIN = "undo.merge_again";

/**
 * Makes a merged record one of its own again, with all that has its home there, whenever it came; the survivor keeps what
 * people wrote since and gets back what the merge had taken and nobody has touched (R-ID-7, R-ID-8).
 * @returns into whom it was merged.
 * @throws NotFound for records that the actor may not edit; Conflict `not_merged`, `changed_meanwhile`.
 */
export async function unmergeRecord<Field extends string>(
  of: Mergeable<Field>,
  context: Acting,
  mergedId: string,
): Promise<string> {
  const { merge } = await findEditable(of, context, mergedId);
  await endMerge(of, context, merge);
  return merge.survivorId;
}

/** What would go with a merged record, and which facts the survivor would get back; writes nothing. */
export interface Unmerging<Field extends string> {
  readonly moves: { what: string; count: number }[];
  readonly givenBack: Field[];
}

/** @throws as `unmergeRecord`. */
export async function previewUnmerge<Field extends string>(
  of: Mergeable<Field>,
  viewing: Viewing,
  mergedId: string,
): Promise<Unmerging<Field>> {
  const { merge, path } = await findEditable(of, viewing, mergedId);
  const facts = await of.read(viewing, path);
  const [survivor, merged] = [factsOf(facts, merge.survivorId), factsOf(facts, mergedId)];
  const sides = { survivorId: path.at(-1) ?? merge.survivorId, mergedId };
  return {
    moves: await of.homes.countParting(viewing, sides, merge.met),
    givenBack: Object.keys(giveBackValues(survivor, merge.taken, [], merged)) as Field[],
  };
}

/** Merging, and that its undo is unmerging: what happened since goes to the side it belongs to, and nothing stands in its way. */
export const undoneByUnmerging = <Field extends string>(of: Mergeable<Field>): Omit<OperationKind, "name"> => ({
  takenBack: {
    isDone: async (context, operationId) =>
      (await findMergesOfOperation(context, of.merges, operationId)).every(({ ended }) => ended),
    mayCarryOut: (viewing, operationId) => mayEditSurvivors(of, viewing, operationId),
    async carryOut(context, operationId) {
      const merges = await findMergesOfOperation<Field>(context, of.merges, operationId);
      for (const merge of merges.toReversed()) if (!merge.ended) await endMerge(of, context, merge);
    },
    notRedoable: MERGE_AGAIN,
  },
});

/** Whether the viewer may edit whoever goes on now for those that an operation merged. */
async function mayEditSurvivors<Field extends string>(
  of: Mergeable<Field>,
  viewing: Pick<Viewing, "tx" | "viewer">,
  operationId: string,
): Promise<boolean> {
  for (const { ended, mergedId } of await findMergesOfOperation(viewing, of.merges, operationId)) {
    const survivorId = (await of.homes.pathToSurvivor(viewing, mergedId)).at(-1);
    if (!ended && (survivorId === undefined || !(await of.mayEdit(viewing, survivorId)))) return false;
  }
  return true;
}

async function findEditable<Field extends string>(
  of: Mergeable<Field>,
  viewing: Pick<Viewing, "tx" | "viewer">,
  mergedId: string,
): Promise<{ merge: StoredMerge<Field>; path: string[] }> {
  const path = await of.homes.pathToSurvivor(viewing, mergedId);
  const survivorId = path.at(-1);
  if (survivorId === undefined || !(await of.mayEdit(viewing, survivorId))) throw new NotFound();
  const merge = await findMergeOf<Field>(viewing, of.merges, mergedId);
  if (!merge) throw new Conflict("not_merged");
  return { merge, path };
}

async function endMerge<Field extends string>(
  of: Mergeable<Field>,
  context: Context,
  merge: StoredMerge<Field>,
): Promise<void> {
  const path = await of.homes.pathToSurvivor(context, merge.mergedId);
  const locked = await of.lock(context, path);
  // Somebody may have merged or taken apart what is above while we waited.
  const again = await of.homes.pathToSurvivor(context, merge.mergedId);
  const present = await findMergeOf(context, of.merges, merge.mergedId);
  if (present?.id !== merge.id || again.join() !== path.join()) throw new Conflict("changed_meanwhile");
  await giveBack(of, context, { merge, path, locked });
  await insertMergeEnd(context, of.merges, merge.id);
  const survivorId = path.at(-1) ?? merge.survivorId;
  const all = await findMeetings(context, of.merges, await of.homes.below(context, survivorId));
  await of.homes.split(context, { survivorId, mergedId: merge.mergedId }, { here: merge.met, all });
}

interface Ending<Field extends string> {
  readonly merge: StoredMerge<Field>;
  readonly path: readonly string[];
  readonly locked: ReadonlyMap<string, MergingRecord<Field>>;
}

/** Each survivor above, from the nearest up, gets back what it had taken over from the side that leaves. */
async function giveBack<Field extends string>(
  of: Mergeable<Field>,
  context: Context,
  { merge, path, locked }: Ending<Field>,
): Promise<void> {
  const into = await findMergesInto<Field>(context, of.merges, path.slice(1));
  let edge: { readonly id: string; readonly taken: TakenValues<Field> } = merge;
  let leaving = factsOf(locked, merge.mergedId);
  for (const survivorId of path.slice(1)) {
    const survivor = factsOf(locked, survivorId);
    const merges = into.filter((one) => one.survivorId === survivorId);
    const place = merges.findIndex(({ id }) => id === edge.id);
    const back = giveBackValues(survivor, edge.taken, merges.slice(place + 1), leaving);
    await of.write(context, survivorId, back as Partial<Facts<Field>>);
    const above = survivorId === path.at(-1) ? undefined : await findMergeOf<Field>(context, of.merges, survivorId);
    if (!above) return;
    // Further up only those values go back that had come all the way.
    const changed = (Object.keys(back) as Field[]).filter((field) => above.taken[field]?.after === survivor[field]);
    if (changed.length === 0) return;
    const taken: Partial<Record<Field, { before: string | null; after: string | null }>> = {};
    for (const field of changed) taken[field] = followed(above, field, back);
    edge = { id: above.id, taken };
    leaving = survivor;
  }
}

/** What a survivor further up has instead: what the one below has now, or its own where that one has nothing. */
function followed<Field extends string>(
  above: StoredMerge<Field>,
  field: Field,
  back: Partial<Record<Field, string | null>>,
): { before: string | null; after: string | null } {
  const { before = null, after = null } = above.taken[field] ?? {};
  return { before: back[field] ?? before, after };
}

function factsOf<Field extends string>(records: ReadonlyMap<string, MergingRecord<Field>>, id: string): Facts<Field> {
  const record = records.get(id);
  if (!record) throw new NotFound();
  return record.facts;
}
