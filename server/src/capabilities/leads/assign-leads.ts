import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { actOnLeads } from "./act-on-leads.ts";
import type { MoveResult } from "./shapes/lead-move-request.ts";
import { refuseInactive } from "./refuse-inactive.ts";

export const ASSIGN_LEADS = operationKind("lead.assign");

/**
 * Gives leads to a rep (row 10); giving them to oneself is taking them.
 * @throws Refused `person_not_active`.
 */
export function assignLeads(
  context: Acting,
  leadIds: readonly string[],
  { toId, note }: { readonly toId: string; readonly note: string | null },
): Promise<MoveResult[]> {
  refuseInactive(context.viewer, toId);
  const { personId } = context.viewer;
  return actOnLeads(context, leadIds, {
    action: "assign",
    note,
    event: () => ({ kind: "given", byId: personId, toId }),
  });
}
