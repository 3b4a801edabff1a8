import { setImmediate } from "node:timers/promises";
import type { Context, ReadContext } from "../../platform/ledger/context.ts";
import type { MatchModel } from "./domain/shipped-model.ts";
import { weighPair, type WeighedPair } from "./domain/weigh-pair.ts";
import { plainContact } from "./plain-contact.ts";
import { countNamesakes } from "./queries/count-records.ts";
import { findPairsToWeigh, writeEvidence, type PairToWeigh } from "./queries/evidence-rows.ts";
import { findMatchedContacts } from "./queries/find-matched-contacts.ts";
import { readAloud } from "./read-aloud.ts";
import { readMatching } from "./read-matching.ts";

/** Weighs pairs anew by what their records say now. */
export async function weighPairs(context: Context, pairIds: readonly string[]): Promise<void> {
  if (pairIds.length > 0) await writeEvidence(context, await weighNow(context, pairIds));
}

/** What pairs weigh as their records are now; writes nothing. */
export async function weighNow(
  context: Pick<ReadContext, "tx">,
  pairIds: readonly string[],
): Promise<(WeighedPair & { readonly id: string })[]> {
  const { model } = await readMatching(context);
  return weighThese(context, await findPairsToWeigh(context, pairIds), model);
}

/** So many are weighed in a breath; then whoever waits for an answer has a turn. */
const WEIGHED_IN_A_BREATH = 50;

/** What these pairs weigh by a model; those of contacts that are gone are left out. Writes nothing. */
export async function weighThese(
  context: Pick<ReadContext, "tx">,
  pairs: readonly PairToWeigh[],
  model: MatchModel,
): Promise<(WeighedPair & { readonly id: string })[]> {
  const contacts = await findMatchedContacts(context, [
    ...new Set(pairs.flatMap(({ firstId, secondId }) => [firstId, secondId])),
  ]);
  const sharedName = ({ firstId, secondId }: { firstId: string; secondId: string }): string | null => {
    const name = contacts.get(firstId)?.name ?? null;
    return name === contacts.get(secondId)?.name ? name : null;
  };
  const namesakes = await countNamesakes(context, [...new Set(pairs.flatMap((pair) => sharedName(pair) ?? []))]);
  const records = new Map([...contacts].map(([id, contact]) => [id, plainContact(contact)]));
  const weighed: (WeighedPair & { readonly id: string })[] = [];
  for (const [at, pair] of pairs.entries()) {
    if (at % WEIGHED_IN_A_BREATH === WEIGHED_IN_A_BREATH - 1) await setImmediate();
    const [first, second] = [records.get(pair.firstId), records.get(pair.secondId)];
    if (!first || !second) continue;
    weighed.push({
      id: pair.id,
      ...weighPair(first, second, {
        model,
        areTogether: pair.areTogether,
        namesakes: namesakes.get(sharedName(pair) ?? "") ?? null,
        readAloud,
      }),
    });
  }
  return weighed;
}
