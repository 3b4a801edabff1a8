import type { ConsentChannel, ConsentHow, ConsentPurpose, ConsentState } from "@tongzhou/contract/privacy";
import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotAllowed, NotFound, Refused } from "../../platform/problems/refusal.ts";
import { readConsent } from "./read-consent.ts";
import { stateConsents } from "./state-consents.ts";

export const GRANT_CONSENT = operationKind("consent.grant");

/** Withdrawing must hold whatever anybody regrets: a grant is asked for anew. */
export const WITHDRAW_CONSENT = operationKind("consent.withdraw", { notUndoable: "undo.withdrawn" });

export interface ConsentRequest {
  readonly identifierId: string;
  readonly channels: readonly ConsentChannel[];
  readonly purposes: readonly ConsentPurpose[];
  readonly how: ConsentHow;
  readonly evidence: string | null;
}

/**
 * Records what a person allowed, on their page.
 * @throws NotFound for a contact or identifier out of reach; NotAllowed for one that the viewer may only read; Refused `withdrawn_today`, `channel_impossible`.
 */
export async function grantConsent(context: Acting, contactId: string, request: ConsentRequest): Promise<void> {
  const { mayGrant, answers } = await heldConsent(context, contactId, request.identifierId);
  if (!mayGrant) throw new NotAllowed();
  const closed = answers.some(
    ({ channel, purpose, closedToday }) =>
      closedToday && request.channels.includes(channel) && request.purposes.includes(purpose),
  );
  if (closed) throw new Refused("withdrawn_today");
  await state(context, request, "granted");
}

/** Records what a person withdrew: whoever hears of it may write it down. @throws NotFound; Refused `channel_impossible`. */
export async function withdrawConsent(context: Acting, contactId: string, request: ConsentRequest): Promise<void> {
  const { mayWithdraw } = await heldConsent(context, contactId, request.identifierId);
  if (!mayWithdraw) throw new NotAllowed();
  await state(context, request, "withdrawn");
}

async function heldConsent(context: Acting, contactId: string, identifierId: string) {
  const { identifiers, ...rest } = await readConsent(context, contactId);
  const held = identifiers.find(({ identifier }) => identifier.id === identifierId);
  if (!held) throw new NotFound();
  return { ...rest, answers: held.answers };
}

async function state(context: Acting, request: ConsentRequest, stated: ConsentState): Promise<void> {
  const { channels, purposes, ...rest } = request;
  await stateConsents(
    context,
    channels.flatMap((channel) =>
      purposes.map((purpose) => ({ ...rest, channel, purpose, state: stated, at: context.now })),
    ),
  );
}
