import { subscribe } from "../../platform/events/subscription.ts";
import type { Subscription } from "../../platform/events/subscription.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { proposePairs } from "./propose-pairs.ts";
import { findOpenPairsOf } from "./queries/evidence-rows.ts";
import { findConflicts, findMovedPairs } from "./queries/pair-rows.ts";
import { weighPairs } from "./weigh-pairs.ts";

const PROPOSE_PAIRS = operationKind("contact.propose_pairs");
const WEIGH_PAIRS = operationKind("contact.weigh_pairs", { notUndoable: "undo.derived", quiet: true });

export const identitySubscriptions: readonly Subscription[] = [
  // One record brought identifiers of two contacts: capture joins nobody, people judge (R-ID-10).
  subscribe({
    event: "contact.conflicted",
    subscriber: "identity.propose_conflicts",
    kind: PROPOSE_PAIRS,
    async handle(context, { ids }) {
      if ((await proposePairs(context, await findConflicts(context, ids))) === 0) return "nothing";
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
