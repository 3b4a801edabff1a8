import { subscribe } from "../../platform/events/subscription.ts";
import type { Subscription } from "../../platform/events/subscription.ts";
import type { LongOperationDefinition } from "../../platform/jobs/long-operation.ts";
import { defineSchedule, type ScheduleRun } from "../../platform/jobs/schedule.ts";
import { look } from "../../platform/ledger/look.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { beginMatching, MATCH_CONTACTS } from "./begin-matching.ts";
import { matchAllContacts } from "./matching.jobs.ts";
import { matchContacts } from "./match-contacts.ts";
import { isImportUnderWay, letWait, takeWaiting } from "./queries/match-waiting.ts";
import { proposePairs } from "./propose-pairs.ts";
import { findOpenPairsOf } from "./queries/evidence-rows.ts";
import { findOpenMatching } from "./queries/open-matching.ts";
import { findConflicts, findMovedPairs, findNamedDoubles } from "./queries/pair-rows.ts";
import { weighPairs } from "./weigh-pairs.ts";

const PROPOSE_PAIRS = operationKind("contact.propose_pairs");
const MATCH_ARRIVALS = operationKind("contact.match_arrivals", { notUndoable: "undo.derived", quiet: true });
const WEIGH_PAIRS = operationKind("contact.weigh_pairs", { notUndoable: "undo.derived", quiet: true });

/** More at a time, or during an import, wait: nobody is kept waiting for who may be there twice. */
const FEW = 20;
/** Contacts that are matched in one transaction, which takes a fraction of a second. */
const TOGETHER = 50;

export const identitySubscriptions: readonly Subscription[] = [
  // Who comes in or changes is matched with those who are there, behind the capture and not in it.
  subscribe({
    event: ["contact.captured", "contact.changed", "operation.undone.contact"],
    subscriber: "identity.match_arrivals",
    kind: MATCH_ARRIVALS,
    priority: "bulk",
    async handle(context, { ids }) {
      if (ids.length > FEW || (await isImportUnderWay(context))) await letWait(context, ids, TOGETHER);
      else await matchContacts(context, ids);
      return "nothing";
    },
  }),
  // One record brought identifiers of two contacts: capture joins nobody, people judge (R-ID-10).
  subscribe({
    event: "contact.conflicted",
    subscriber: "identity.propose_conflicts",
    kind: PROPOSE_PAIRS,
    async handle(context, { ids }) {
      if ((await proposePairs(context, await findConflicts(context, ids))) === 0) return "nothing";
    },
  }),
  // A rep gave a lead back as a duplicate (row 8c): merged they meet (row 14), else triage decides.
  subscribe({
    event: ["lead.rejected", "lead.given_back"],
    subscriber: "identity.propose_doubles",
    kind: PROPOSE_PAIRS,
    async handle(context, { ids }) {
      if ((await proposePairs(context, await findNamedDoubles(context, ids))) === 0) return "nothing";
    },
  }),
  // A pair of which one side was merged goes on as the pair of whoever goes on for it.
  subscribe({
    event: "contact.changed",
    subscriber: "identity.move_pairs",
    kind: PROPOSE_PAIRS,
    async handle(context, { ids }) {
      if ((await proposePairs(context, await findMovedPairs(context, ids))) === 0) return "nothing";
    },
  }),
  subscribe({
    event: ["contact.changed", "operation.undone.contact"],
    subscriber: "identity.weigh_pairs",
    kind: WEIGH_PAIRS,
    // Evidence is derived: no operation is worth keeping for it.
    async handle(context, { ids }) {
      await weighPairs(context, await findOpenPairsOf(context, ids));
      return "nothing";
    },
  }),
];

/** Work that is too long for one transaction. */
export const identityLongOperations: readonly LongOperationDefinition[] = [matchAllContacts as LongOperationDefinition];

/** Weights follow what the company has become, and companies that were renamed are compared by their new names. */
export const identitySchedules = [
  defineSchedule({
    name: "identity.match_waiting",
    time: { everyMinutes: 1 },
    priority: "bulk",
    handle: matchWaiting,
  }),
  defineSchedule({
    name: "identity.match_contacts",
    time: { at: "02:40" },
    async handle({ house }) {
      if ((await look(house, "job", findOpenMatching)) !== undefined) return;
      await operate(house, { actor: { kind: "system" }, kind: MATCH_CONTACTS, source: "job" }, (context) =>
        beginMatching(context),
      );
    },
  }),
];

/** Matches those who wait, until nobody does or an import has begun. */
async function matchWaiting({ house, signal }: ScheduleRun): Promise<void> {
  while (!signal.aborted && !(await look(house, "job", isImportUnderWay))) {
    const { result } = await operate(
      house,
      { actor: { kind: "system" }, kind: MATCH_ARRIVALS, source: "job" },
      async (context) => {
        const ids = await takeWaiting(context);
        await matchContacts(context, ids);
        return ids.length;
      },
    );
    if (result === 0) return;
  }
}
