import type {
  ConsentAnswer,
  ConsentChannel,
  ConsentHow,
  ConsentPurpose,
  ConsentState,
} from "@tongzhou/contract/privacy";
import type { Acting } from "../../platform/access/acting.ts";
import { NotAllowed, NotFound } from "../../platform/problems/refusal.ts";
import { readConsent } from "./read-consent.ts";
import { stateConsents } from "./state-consents.ts";

export interface ConsentRequest {
  readonly identifierId: string;
  readonly channels: readonly ConsentChannel[];
  readonly purposes: readonly ConsentPurpose[];
  readonly how: ConsentHow;
  readonly evidence: string | null;
}

/**
 * Writes down on a contact's page what they said of one identifier, if the viewer may and nothing that held speaks against it.
 * @param refuse throws when one of the answers that held forbids it.
 * @throws NotFound for a contact or identifier out of reach; NotAllowed; Refused `channel_impossible`.
 */
export async function stateByHand(
  context: Acting,
  contactId: string,
  { channels, purposes, ...said }: ConsentRequest,
  state: ConsentState,
  refuse: (held: readonly ConsentAnswer[]) => void = () => undefined,
): Promise<void> {
  const { identifiers, mayGrant, mayWithdraw } = await readConsent(context, contactId);
  const held = identifiers.find(({ identifier }) => identifier.id === said.identifierId);
  if (!held) throw new NotFound();
  if (!(state === "granted" ? mayGrant : mayWithdraw)) throw new NotAllowed();
  refuse(held.answers.filter(({ channel, purpose }) => channels.includes(channel) && purposes.includes(purpose)));
  await stateConsents(
    context,
    channels.flatMap((channel) => purposes.map((purpose) => ({ ...said, channel, purpose, state, at: context.now }))),
  );
}
