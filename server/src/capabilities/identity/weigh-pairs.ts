import type { Context, ReadContext } from "../../platform/ledger/context.ts";
import { weighPair, type WeighedPair } from "./domain/weigh-pair.ts";
import { plainContact } from "./plain-contact.ts";
import { countNamesakes } from "./queries/count-records.ts";
import { findPairsToWeigh, writeEvidence } from "./queries/evidence-rows.ts";
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
  const pairs = await findPairsToWeigh(context, pairIds);
  const contacts = await findMatchedContacts(context, [
    ...new Set(pairs.flatMap(({ firstId, secondId }) => [firstId, secondId])),
  ]);
  const sharedName = ({ firstId, secondId }: { firstId: string; secondId: string }): string | null => {
    const name = contacts.get(firstId)?.name ?? null;
    return name === contacts.get(secondId)?.name ? name : null;
  };
  const namesakes = await countNamesakes(context, [...new Set(pairs.flatMap((pair) => sharedName(pair) ?? []))]);
  const { model } = await readMatching(context);
  const records = new Map([...contacts].map(([id, contact]) => [id, plainContact(contact)]));
  return pairs.map((pair) => ({
    id: pair.id,
    ...weighPair(records.get(pair.firstId) ?? {}, records.get(pair.secondId) ?? {}, {
      model,
      areTogether: pair.areTogether,
      namesakes: namesakes.get(sharedName(pair) ?? "") ?? null,
      readAloud,
    }),
  }));
}
