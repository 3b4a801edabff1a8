import type { ChoiceReason, MergeSide } from "@tongzhou/contract/identity";
import type { Viewing } from "../../platform/access/acting.ts";
import type { Sides } from "../../platform/homes/homes.ts";
import { Conflict, NotFound, Refused } from "../../platform/problems/refusal.ts";
import { chooseValue } from "./domain/choose-values.ts";
import type { Facts } from "./domain/choose-values.ts";
import { readWritingTimes } from "./queries/read-writing-times.ts";
import type { Mergeable } from "./shapes/mergeable.ts";

/** A fact that differs, what both sides say, and which goes on by the rules. */
export interface PreviewedChoice<Field extends string> {
  readonly field: Field;
  readonly survivor: string | null;
  readonly merged: string | null;
  readonly side: MergeSide;
  readonly because: ChoiceReason;
}

interface Mergeables<Shown> {
  readonly survivor: Shown;
  readonly merged: Shown;
}

/** Both sides of a merge as the viewer sees them. @throws as `mergeRecords`. */
export async function readSides<Shown extends { readonly mergedIntoId: string | null }>(
  { survivorId, mergedId }: Sides,
  read: (id: string) => Promise<Shown | undefined>,
): Promise<Mergeables<Shown>> {
  if (survivorId === mergedId) throw new Refused("same_record");
  const [survivor, merged] = [await read(survivorId), await read(mergedId)];
  if (!survivor || !merged) throw new NotFound();
  if (survivor.mergedIntoId !== null || merged.mergedIntoId !== null) throw new Conflict("merged_already");
  return { survivor, merged };
}

/**
 * The facts that differ between two records. What the viewer may not see is not among them, and what they may not write there is
 * no choice: both go on by the survivor's side.
 */
export async function previewChoices<Field extends string>(
  of: Mergeable<Field>,
  viewing: Viewing,
  { survivorId, mergedId }: Sides,
  { survivor, merged }: Mergeables<Partial<Facts<Field>>>,
): Promise<PreviewedChoice<Field>[]> {
  const times = await readWritingTimes(viewing, of, [survivorId, mergedId]);
  const writtenAt = (id: string, field: Field): number => times.get(id)?.get(of.columns[field]) ?? 0;
  const choices: PreviewedChoice<Field>[] = [];
  for (const field of Object.keys(of.columns) as Field[]) {
    const [mine, other] = [survivor[field], merged[field]];
    if (mine === undefined || other === undefined) continue;
    const { side, because } = chooseValue(
      { stands: of.stands.has(field), isText: of.texts.has(field) },
      { value: mine, writtenAt: writtenAt(survivorId, field) },
      { value: other, writtenAt: writtenAt(mergedId, field) },
    );
    if (because !== "same" && (await of.mayTake(viewing, survivorId, [field])))
      choices.push({ field, survivor: mine, merged: other, side, because });
  }
  return choices;
}
