import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { actOnLeads } from "./act-on-leads.ts";
import type { MoveResult } from "./shapes/lead-move-request.ts";

export const PARK_LEADS = operationKind("lead.park");

/** An SDR parks leads in nurture until a date (row 5). */
export function parkLeads(
  context: Acting,
  leadIds: readonly string[],
  { until, note }: { readonly until: string; readonly note: string | null },
): Promise<MoveResult[]> {
  const now = context.now.getTime();
  return actOnLeads(context, leadIds, {
    action: "edit",
    note,
    event: (_, by) => ({ kind: "parked", by, until: Date.parse(until), now }),
  });
}
