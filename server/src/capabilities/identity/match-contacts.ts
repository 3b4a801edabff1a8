import type { Context } from "../../platform/ledger/context.ts";
import { keysOfContacts } from "./domain/contact-keys.ts";
import { isKept } from "./domain/match-table.ts";
import { plainContact } from "./plain-contact.ts";
import { readAloud } from "./read-aloud.ts";
import { readMatching } from "./read-matching.ts";
import { findMatchedContacts } from "./queries/find-matched-contacts.ts";
import { deleteEntries, findKeySharers, writeEntries, type KeySharer } from "./queries/match-entries.ts";
import { dropPairsOf, findPartners, findSurvivors, writeMatchedPairs } from "./queries/matched-pairs.ts";
import { weighThese } from "./weigh-pairs.ts";

/** A key that more contacts have tells little; what they share beside it is another key. */
const MOST_HOLDERS = 100;
/** Of those who share keys so many at most are weighed, those with the most keys in common. */
const MOST_COMPARED = 30;

/**
 * Matches contacts that came in or changed with all others, by the weights in force (R-ID-2): those who share a key are
 * weighed, and the likely ones kept. What is gone or was merged is let go of.
 * @returns how many pairs were found or weighed anew.
 */
export async function matchContacts(context: Context, ids: readonly string[]): Promise<number> {
  const contacts = await findMatchedContacts(context, ids);
  const living = [...contacts.values()].filter(({ isMerged }) => !isMerged);
  const livingIds = new Set(living.map(({ id }) => id));
  const gone = ids.filter((id) => !livingIds.has(id));
  if (gone.length > 0) {
    await deleteEntries(context, gone);
    await dropPairsOf(context, gone, []);
  }
  const keys = keysOfContacts(living.map(plainContact), readAloud);
  const entries = living.flatMap(({ id }, at) => {
    const made = keys[at];
    return made ? [{ contactId: id, ...made }] : [];
  });
  // Who goes on for another is two with all of whom somebody said that the other is.
  const survivors = await findSurvivors(context, [...livingIds]);
  const changed = new Set([...(await writeEntries(context, entries)), ...survivors]);
  if (changed.size === 0) return 0;
  return compare(
    context,
    entries.filter(({ contactId }) => changed.has(contactId)),
  );
}

async function compare(
  context: Context,
  entries: readonly { readonly contactId: string; readonly keys: readonly number[] }[],
): Promise<number> {
  const ids = entries.map(({ contactId }) => contactId);
  const sharers = likeliest(await findKeySharers(context, entries, MOST_HOLDERS));
  const partners = (await findPartners(context, ids)).map(({ id, partnerId }) => ({ id, otherId: partnerId }));
  const pairs = new Map<string, { firstId: string; secondId: string }>();
  for (const { id, otherId } of [...sharers, ...partners]) {
    const [firstId, secondId] = id < otherId ? [id, otherId] : [otherId, id];
    pairs.set(`${firstId} ${secondId}`, { firstId, secondId });
  }
  const { model } = await readMatching(context);
  const weighed = await weighThese(
    context,
    [...pairs].map(([id, pair]) => ({ id, ...pair, areTogether: false })),
    model,
  );
  const kept = weighed.flatMap(({ id, bits }) => {
    const pair = pairs.get(id);
    return pair && isKept(bits, model.prior) ? [{ ...pair, bits }] : [];
  });
  const written = await writeMatchedPairs(context, kept, null);
  await dropPairsOf(context, ids, written);
  return written.length;
}

/** For each contact those with the most keys in common; equal ones in the order of their ids. */
function likeliest(sharers: readonly KeySharer[]): KeySharer[] {
  const ofEach = new Map<string, KeySharer[]>();
  for (const sharer of sharers) {
    const list = ofEach.get(sharer.id) ?? [];
    ofEach.set(sharer.id, list);
    list.push(sharer);
  }
  return [...ofEach.values()].flatMap((list) =>
    list.toSorted((a, b) => b.shared - a.shared || (a.otherId < b.otherId ? -1 : 1)).slice(0, MOST_COMPARED),
  );
}
