import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { stateByHand } from "./state-by-hand.ts";
import type { ConsentRequest } from "./state-by-hand.ts";

export const GRANT_CONSENT = operationKind("consent.grant");

/**
 * Records what a person allowed, on their page.
 * @throws NotFound for a contact or identifier out of reach; NotAllowed for one that the viewer may only read; Refused `withdrawn_today`, `channel_impossible`.
 */
export async function grantConsent(context: Acting, contactId: string, request: ConsentRequest): Promise<void> {
  await stateByHand(context, contactId, request, "granted", (held) => {
    if (held.some(({ closedToday }) => closedToday)) throw new Refused("withdrawn_today");
  });
}
