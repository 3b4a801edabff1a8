import type { LongOperationDefinition } from "../../platform/jobs/long-operation.ts";
import { subscribe } from "../../platform/events/subscription.ts";
import type { Subscription } from "../../platform/events/subscription.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { assignManyLeads } from "./assign-chosen.ts";
import { handOverManyLeads } from "./hand-over-leads.ts";
import type { LeadLists } from "./shapes/lead-neighbours.ts";
import { insertPublicPools } from "./queries/pool-rows.ts";

const OPEN_POOLS = operationKind("pool.create");

/** Every team has its public pool (公海), so that rights on it and rules about it can be set before a lead is there. */
export const leadSubscriptions: readonly Subscription[] = [
  subscribe({
    event: "team.created",
    subscriber: "leads.open_public_pools",
    kind: OPEN_POOLS,
    async handle(context, { ids }) {
      if ((await insertPublicPools(context, ids)) === 0) return "nothing";
    },
  }),
];

/** Work of leads that is too long for one transaction. */
export const leadLongOperations = (neighbours: LeadLists): LongOperationDefinition[] => [
  assignManyLeads(neighbours) as LongOperationDefinition,
  handOverManyLeads(neighbours) as LongOperationDefinition,
];
