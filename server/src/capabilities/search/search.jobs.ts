import { subscribe } from "../../platform/events/subscription.ts";
import type { Subscription } from "../../platform/events/subscription.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { refreshEntries } from "./refresh-entries.ts";
import type { IndexedObject } from "./queries/search-sources.ts";

const REFRESH = operationKind("search.refresh", { notUndoable: "undo.derived", quiet: true });

const refreshOn = (object: IndexedObject, event: readonly string[]): Subscription =>
  subscribe({
    event: [...event, `operation.undone.${object}`],
    subscriber: `search.refresh_${object}`,
    kind: REFRESH,
    // Entries are derived: no operation is worth keeping for them.
    async handle(context, { ids }) {
      await refreshEntries(context, object, ids);
      return "nothing";
    },
  });

/** Names are searchable as soon as they are written. */
export const searchSubscriptions: readonly Subscription[] = [
  refreshOn("contact", ["contact.captured", "contact.changed"]),
  refreshOn("account", ["account.captured", "account.changed"]),
  refreshOn("campaign", ["campaign.created", "campaign.edited", "campaign.removed"]),
  refreshOn("opportunity", ["opportunity.opened", "opportunity.created", "opportunity.changed", "opportunity.edited"]),
];
