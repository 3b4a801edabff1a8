import type { LikelyMerges } from "@tongzhou/contract/duplicate-pairs";
import type { Acting, Viewing } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Conflict } from "../../platform/problems/refusal.ts";
import { lockMergingContacts } from "../contacts/index.ts";
import { mergeContacts } from "./merge-contacts.ts";
import { planLikelyMerges } from "./plan-likely-merges.ts";
import { previewMerge } from "./preview-merge.ts";
import { contactMerging } from "./shapes/contact-merging.ts";
import { undoneByUnmerging } from "./unmerge-record.ts";

export const MERGE_LIKELY = operationKind("contact.merge_likely", undoneByUnmerging(contactMerging));

/** As many groups are shown by their names; more say nothing that these do not. */
const MOST_SHOWN = 20;

/** What merging all pairs from a probability on would do; writes nothing. */
export async function previewLikelyMerges(viewing: Viewing, from: number): Promise<LikelyMerges> {
  const { groups, held } = await planLikelyMerges(viewing, from);
  const contacts = await contactMerging.read(
    viewing,
    groups.slice(0, MOST_SHOWN).flatMap((group) => [...group]),
  );
  return {
    merges: mergesOf(groups),
    held: held.length,
    groups: groups.length,
    shown: groups
      .slice(0, MOST_SHOWN)
      .map((group) => group.map((id) => ({ id, name: contacts.get(id)?.facts.name ?? null }))),
  };
}

/**
 * Merges all pairs that wait for the actor from a probability on, as one act: the oldest of each group goes on, with values by
 * the same rules as one by one. Those that contradict each other through a third stay.
 * @param expected how many merges the preview showed.
 * @returns how many were merged into others.
 * @throws Conflict `pairs_changed` where the pairs are no longer those that were shown.
 */
export async function mergeLikely(
  context: Acting,
  { from, merges: expected }: { readonly from: number; readonly merges: number },
): Promise<number> {
  const before = await planLikelyMerges(context, from);
  await lockMergingContacts(
    context,
    before.groups.flatMap((group) => [...group]),
  );
  // Somebody may have merged or judged while we waited.
  const { groups } = await planLikelyMerges(context, from);
  const count = mergesOf(groups);
  if (count !== expected || JSON.stringify(groups) !== JSON.stringify(before.groups))
    throw new Conflict("pairs_changed");
  for (const [survivorId = "", ...others] of groups) {
    for (const mergedId of others) {
      const { choices } = await previewMerge(context, { survivorId, mergedId });
      const take = choices.filter(({ side }) => side === "merged").map(({ field }) => field);
      await mergeContacts(context, { survivorId, mergedId, take });
    }
  }
  await context.summarise({ count });
  return count;
}

const mergesOf = (groups: readonly (readonly string[])[]): number =>
  groups.reduce((sum, { length }) => sum + length - 1, 0);
