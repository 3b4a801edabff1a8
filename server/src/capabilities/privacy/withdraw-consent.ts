import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { stateByHand } from "./state-by-hand.ts";
import type { ConsentRequest } from "./state-by-hand.ts";

/** Withdrawing must hold whatever anybody regrets: a grant is asked for anew. */
export const WITHDRAW_CONSENT = operationKind("consent.withdraw", { notUndoable: "undo.withdrawn" });

/** Records what a person withdrew: whoever hears of it may write it down. @throws NotFound; Refused `channel_impossible`. */
export async function withdrawConsent(context: Acting, contactId: string, request: ConsentRequest): Promise<void> {
  await stateByHand(context, contactId, request, "withdrawn");
}
