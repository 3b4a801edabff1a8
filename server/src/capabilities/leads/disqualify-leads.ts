import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { actOnLeads } from "./act-on-leads.ts";
import type { MoveResult } from "./shapes/lead-move-request.ts";
import type { RejectReason } from "@tongzhou/contract/lead-standard";
import { reasonNamed } from "./reason-named.ts";

export const DISQUALIFY_LEADS = operationKind("lead.disqualify");

/** Takes leads out with a reason of the standard in force (row 17). @throws Invalid when it has no such reason. */
export function disqualifyLeads(
  context: Acting,
  leadIds: readonly string[],
  { reason, note }: { readonly reason: string; readonly note: string | null },
  reasons: readonly RejectReason[],
): Promise<MoveResult[]> {
  const { code } = reasonNamed(reasons, reason);
  return actOnLeads(context, leadIds, {
    action: "edit",
    note,
    event: (_, by) => ({ kind: "disqualified", by, reason: code }),
  });
}
