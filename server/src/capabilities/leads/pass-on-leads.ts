import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { actOnLeads } from "./act-on-leads.ts";
import type { MoveResult } from "./shapes/lead-move-request.ts";
import { refuseInactive } from "./refuse-inactive.ts";

export const PASS_ON_LEADS = operationKind("lead.pass_on");

/**
 * An SDR passes leads on (row 4): to the rep he names, or to be routed, which who listens to `lead.qualified` does.
 * @throws Refused `person_not_active`.
 */
export function passOnLeads(
  context: Acting,
  leadIds: readonly string[],
  { repId, note }: { readonly repId: string | null; readonly note: string | null },
): Promise<MoveResult[]> {
  if (repId !== null) refuseInactive(context.viewer, repId);
  return actOnLeads(context, leadIds, { action: "edit", note, event: (_, by) => ({ kind: "passed_on", by, repId }) });
}
