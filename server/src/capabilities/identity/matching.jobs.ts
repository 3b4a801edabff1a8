import { z } from "zod";
import { defineLongOperation } from "../../platform/jobs/long-operation.ts";
import type { Batch } from "../../platform/jobs/long-operation.ts";
import { noteProgress } from "../../platform/jobs/note-progress.ts";
import { summariseLongOperation } from "../../platform/jobs/summarise-long-operation.ts";
import type { Context, House } from "../../platform/ledger/context.ts";
import { look } from "../../platform/ledger/look.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { matchInThread } from "./matching/match-in-thread.ts";
import { idAt, type FoundEntries, type MatchedContacts } from "./matching/thread-messages.ts";
import { countRecords } from "./queries/count-records.ts";
import { findOpenPairsAfter } from "./queries/evidence-rows.ts";
import { writeEntries, type MatchEntry } from "./queries/match-entries.ts";
import { dropPairsNotOf, writeMatchedPairs } from "./queries/matched-pairs.ts";
import { insertRun } from "./queries/match-runs.ts";
import { weighPairs } from "./weigh-pairs.ts";

export const PAIRS_AT_ONCE = 5000;
const ENTRIES_AT_ONCE = 5000;
const WEIGHED_AT_ONCE = 500;
const MS_BETWEEN_NOTES = 500;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

const Request = z.object({ begunAt: z.iso.datetime(), pairsAtOnce: z.int().positive() });
type Request = z.infer<typeof Request>;

/** Entries and pairs are written first, then those that are kept are weighed by what was learnt. */
const Position = z.discriminatedUnion("step", [
  /** `hash`: of the contacts that was found among what was written before `at`; the same contacts give the same. */
  z.object({ step: z.literal("write"), hash: z.string().nullable(), at: z.int() }),
  z.object({ step: z.literal("weigh"), afterId: z.uuid() }),
]);
type Position = z.infer<typeof Position>;

export const FIRST_POSITION: Position = { step: "write", hash: null, at: 0 };

const MATCH_BATCH = operationKind("contact.match_batch", { notUndoable: "undo.derived", quiet: true });

/** What this process found and is writing. A process that dies takes it along, and the next one finds it again. */
const matched = new Map<string, MatchedContacts>();

/**
 * Matches all contacts with each other (R-ID-2). Finding is one go, in a thread, before the batches that write what was found;
 * what is asked for meanwhile (stop, pause) is looked at all the time. Broken off while writing, it goes on from there where
 * the contacts are what they were, and from the beginning where they are not.
 */
export const matchAllContacts = defineLongOperation<Request, Position>({
  name: "identity.match_contacts",
  batchKind: MATCH_BATCH,
  request: Request,
  position: Position,

  async prepare(house, { id, position }) {
    if (position.step !== "write" || matched.has(id)) return;
    const found = await findAll(house, id);
    if (found) matched.set(id, found);
  },

  async batch(context, { id, request, position }) {
    if (position.step === "weigh") return weighKept(context, position.afterId);
    const found = matched.get(id);
    if (!found) throw new Error(`nothing was found for the matching ${id}`);
    const at = position.hash === found.hash ? position.at : 0;
    const contacts = found.model.records;
    if (at < contacts) {
      const to = Math.min(at + ENTRIES_AT_ONCE, contacts);
      await writeEntries(context, entriesFrom(found.entries, at, to), new Date(request.begunAt));
      return { position: { step: "write", hash: found.hash, at: to }, ...MORE };
    }
    const to = Math.min(at - contacts + request.pairsAtOnce, found.bits.length);
    await writeMatchedPairs(context, pairsOf(found, at - contacts, to), id);
    if (to < found.bits.length) return { position: { step: "write", hash: found.hash, at: contacts + to }, ...MORE };
    await settle(context, id, found, new Date(request.begunAt));
    matched.delete(id);
    return { position: { step: "weigh", afterId: FIRST_ID }, ...MORE, counts: { pairs: found.bits.length } };
  },
});

/** Progress is that of the contacts compared. */
const MORE = { done: 0, isLast: false } as const;

async function findAll(house: House, id: string): Promise<MatchedContacts | undefined> {
  const expected = await look(house, "job", countRecords);
  let noted = 0;
  const note = (done: number, total: number): Promise<boolean> => noteProgress(house, id, done, total);
  const found = await matchInThread(house, async ({ taken, compared }) => {
    if (performance.now() - noted < MS_BETWEEN_NOTES) return true;
    noted = performance.now();
    const total = Math.max(expected, taken);
    return note(Math.floor((taken + compared) / 2), total);
  });
  if (!found || !(await note(found.model.records, found.model.records))) return undefined;
  return found;
}

/** From now on what was learnt is in force. */
async function settle(context: Context, id: string, found: MatchedContacts, begunAt: Date): Promise<void> {
  await dropPairsNotOf(context, id, begunAt);
  await insertRun(context, { id, ...found });
  await summariseLongOperation(context, id, { count: found.model.records, pairs: found.bits.length });
}

async function weighKept(context: Context, afterId: string): Promise<Batch<Position>> {
  const ids = await findOpenPairsAfter(context, afterId, WEIGHED_AT_ONCE);
  await weighPairs(context, ids);
  const last = ids.at(-1);
  const isLast = last === undefined || ids.length < WEIGHED_AT_ONCE;
  return { position: { step: "weigh", afterId: last ?? afterId }, done: 0, isLast };
}

function entriesFrom({ ids, signatures, starts, keys }: FoundEntries, from: number, to: number): MatchEntry[] {
  return Array.from({ length: to - from }, (_, place) => ({
    contactId: idAt(ids, from + place),
    signature: signatures[from + place] ?? 0,
    keys: [...keys.subarray(starts[from + place], starts[from + place + 1])],
  }));
}

function pairsOf({ firstIds, secondIds, bits }: MatchedContacts, from: number, to: number) {
  return Array.from({ length: to - from }, (_, place) => ({
    firstId: idAt(firstIds, from + place),
    secondId: idAt(secondIds, from + place),
    bits: bits[from + place] ?? 0,
  }));
}
