import type { Acting } from "../../platform/access/acting.ts";
import type { Sides } from "../../platform/homes/homes.ts";
import { Conflict, NotAllowed, NotFound, Refused } from "../../platform/problems/refusal.ts";
import { takeValues } from "./domain/choose-values.ts";
import { insertMerge } from "./queries/merge-rows.ts";
import type { Mergeable } from "./shapes/mergeable.ts";

export interface MergeRequest<Field extends string> extends Sides {
  /** The facts that go on with the value of the merged side; all others with that of the survivor. */
  readonly take: readonly Field[];
}

/**
 * Lets one record go on as another: all that belongs to it belongs to the survivor, and the chosen values are taken over. The
 * merged record is kept as it was, and the merge can be taken back at any later time.
 * @returns the id of the merge.
 * @throws NotFound for a record that the actor may not edit; NotAllowed for a fact that they may not write there; Refused
 * `same_record`, `different_kinds` and what else can never be one; Conflict `merged_already`.
 */
export async function mergeRecords<Field extends string>(
  of: Mergeable<Field>,
  context: Acting,
  { survivorId, mergedId, take }: MergeRequest<Field>,
): Promise<string> {
  if (survivorId === mergedId) throw new Refused("same_record");
  const locked = await of.lock(context, [survivorId, mergedId]);
  const [survivor, merged] = [locked.get(survivorId), locked.get(mergedId)];
  if (!survivor || !merged) throw new NotFound();
  for (const { id } of [survivor, merged]) if (!(await of.mayEdit(context, id))) throw new NotFound();
  if (survivor.mergedIntoId !== null || merged.mergedIntoId !== null) throw new Conflict("merged_already");
  if (survivor.kind !== merged.kind) throw new Refused("different_kinds");
  if (!(await of.mayTake(context, survivorId, take))) throw new NotAllowed();
  await of.refuse?.(context, { survivorId, mergedId });
  const taken = takeValues(survivor.facts, merged.facts, take);
  const facts: Partial<Record<Field, string | null>> = {};
  for (const field of take) if (field in taken) facts[field] = merged.facts[field];
  await of.write(context, survivorId, facts);
  const met = await of.homes.join(context, { survivorId, mergedId });
  return insertMerge(context, of.merges, { survivorId, mergedId, taken, met });
}
