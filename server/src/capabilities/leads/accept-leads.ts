import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { actOnLeads } from "./act-on-leads.ts";
import type { MoveResult } from "./shapes/lead-move-request.ts";

export const ACCEPT_LEADS = operationKind("lead.accept");

/** The asked rep takes leads (row 7). */
export function acceptLeads(context: Acting, leadIds: readonly string[]): Promise<MoveResult[]> {
  return actOnLeads(context, leadIds, { action: "edit", event: (_, by) => ({ kind: "accepted", by }) });
}
