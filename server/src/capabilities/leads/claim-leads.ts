import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { actOnLeads } from "./act-on-leads.ts";
import type { MoveResult } from "./shapes/lead-move-request.ts";

export const CLAIM_LEADS = operationKind("lead.claim");

/** A rep claims leads of the public pool (row 13a); of two, one has it and the other is told who. */
export function claimLeads(context: Acting, leadIds: readonly string[]): Promise<MoveResult[]> {
  const { personId } = context.viewer;
  return actOnLeads(context, leadIds, { action: "claim", event: () => ({ kind: "claimed", personId }) });
}
