import type { PairVerdict } from "@tongzhou/contract/duplicate-pairs";
import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Conflict, NotFound } from "../../platform/problems/refusal.ts";
import { lockMergingContacts, mayEditContact } from "../contacts/index.ts";
import { lockPair, writeVerdict } from "./queries/pair-rows.ts";
import { weighPairs } from "./weigh-pairs.ts";

export const JUDGE_PAIR = operationKind("contact.judge_pair");

/**
 * Keeps somebody's judgement of a pair: `different` is never asked again, `later` waits behind the others. That they are the
 * same person is said by merging them.
 * @throws NotFound unless the actor may edit both; Conflict `pair_decided` where somebody judged or merged meanwhile.
 */
export async function judgePair(context: Acting, pairId: string, verdict: PairVerdict): Promise<void> {
  const pair = await lockPair(context, pairId);
  if (!pair) throw new NotFound();
  const sides = [pair.firstId, pair.secondId];
  for (const side of sides) if (!(await mayEditContact(context, side))) throw new NotFound();
  const locked = await lockMergingContacts(context, sides);
  const areMerged = sides.some((side) => locked.get(side)?.mergedIntoId !== null);
  if (areMerged || pair.verdict === "different") throw new Conflict("pair_decided");
  await writeVerdict(context, pairId, verdict, context.viewer.personId);
  if (pair.foundBy === "matcher") await weighPairs(context, [pairId]);
}
