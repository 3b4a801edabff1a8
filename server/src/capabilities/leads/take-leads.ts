import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { actOnLeads } from "./act-on-leads.ts";
import type { MoveResult } from "./shapes/lead-move-request.ts";

export const TAKE_LEADS = operationKind("lead.take");

/** An SDR takes leads of the pool (row 3). */
export function takeLeads(context: Acting, leadIds: readonly string[]): Promise<MoveResult[]> {
  const { personId } = context.viewer;
  return actOnLeads(context, leadIds, { action: "edit", event: () => ({ kind: "taken", personId }) });
}
