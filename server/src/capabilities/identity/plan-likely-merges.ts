import type { Viewing } from "../../platform/access/acting.ts";
import { weighPair } from "./domain/weigh-pair.ts";
import { planMerges } from "./domain/plan-merges.ts";
import type { PlannedMerges } from "./domain/plan-merges.ts";
import { bitsOf } from "./domain/probability.ts";
import { MOST_LISTED, waitingFrom } from "./list-pairs.ts";
import { plainContact } from "./plain-contact.ts";
import { findMatchedContacts } from "./queries/find-matched-contacts.ts";
import { findJudgedDifferent } from "./queries/find-judged-different.ts";
import { listWaitingPairs } from "./queries/waiting-pairs.ts";
import type { WaitingPair } from "./queries/waiting-pairs.ts";
import { readAloud } from "./read-aloud.ts";
import { readMatching } from "./read-matching.ts";

/** A pair that waits and is likely enough. */
export type LikelyWaitingPair = WaitingPair & { readonly bits: number };

/** Any two people are no likelier than this, however sure they are: 2 ** 900 is the end of what numbers can carry. */
const SUREST_BITS = 900;

/**
 * What merging all pairs from a probability on would make one: of the pairs that wait for the viewer, the likeliest first, as
 * many as the list shows. Pairs that somebody put off stay where they are.
 * @param from the least probability, 0 to 1.
 */
export async function planLikelyMerges(viewing: Viewing, from: number): Promise<PlannedMerges<LikelyWaitingPair>> {
  const waiting = await listWaitingPairs(viewing, await waitingFrom(viewing), MOST_LISTED);
  const likely = waiting.flatMap(({ probability, ...pair }) =>
    !pair.isLater && probability !== null && probability >= from
      ? { ...pair, probability, bits: Math.min(bitsOf(probability), SUREST_BITS) }
      : [],
  );
  const ids = [...new Set(likely.flatMap(({ firstId, secondId }) => [firstId, secondId]))];
  const contacts = await findMatchedContacts(viewing, ids);
  const records = new Map([...contacts].map(([id, contact]) => [id, plainContact(contact)]));
  const different = await findJudgedDifferent(viewing, ids);
  const { model } = await readMatching(viewing);
  const known = new Map(likely.map(({ firstId, secondId, bits }) => [keyOf(firstId, secondId), bits - model.prior]));
  const evidence = (one: string, other: string): number => {
    const key = keyOf(one, other);
    if (different.has(key)) return -SUREST_BITS;
    const surroundings = { model, areTogether: false, namesakes: null, readAloud };
    return known.get(key) ?? weighPair(records.get(one) ?? {}, records.get(other) ?? {}, surroundings).bits;
  };
  return planMerges(likely, evidence, -model.prior);
}

const keyOf = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);
