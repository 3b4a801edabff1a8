import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { actOnLeads } from "./act-on-leads.ts";
import type { MoveResult } from "./shapes/lead-move-request.ts";

export const PUT_BACK_LEADS = operationKind("lead.put_back");

/** An SDR puts leads back into the pool (row 3). */
export function putBackLeads(context: Acting, leadIds: readonly string[]): Promise<MoveResult[]> {
  return actOnLeads(context, leadIds, { action: "edit", event: (_, by) => ({ kind: "given_back", by }) });
}
