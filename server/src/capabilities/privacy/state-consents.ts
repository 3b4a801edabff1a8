import type { ConsentChannel, ConsentHow, ConsentPurpose, ConsentState } from "@tongzhou/contract/privacy";
import type { Context } from "../../platform/ledger/context.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { channelsOf } from "./domain/channels-of.ts";
import { findStatedIdentifiers, insertStatements } from "./queries/consent-rows.ts";

/** One thing that somebody allowed or withdrew. */
export interface ConsentDraft {
  readonly identifierId: string;
  readonly channel: ConsentChannel;
  readonly purpose: ConsentPurpose;
  readonly state: ConsentState;
  readonly at: Date;
  readonly how: ConsentHow;
  /** The text that was agreed to, or what was said. A file or form without it can withdraw and not grant. */
  readonly evidence: string | null;
}

/**
 * Writes statements down, for one as for ten thousand, whatever door they come by: forms, imports, the contact's page, the
 * person's own page.
 * @throws Refused `consent_without_evidence` for a grant without it, `channel_impossible` for a channel that the identifier is not reached by; NotFound.
 */
export async function stateConsents(context: Context, drafts: readonly ConsentDraft[]): Promise<void> {
  if (drafts.some(({ state, evidence }) => state === "granted" && (evidence ?? "").trim() === "")) {
    throw new Refused("consent_without_evidence");
  }
  const identifiers = await findStatedIdentifiers(context, [
    ...new Set(drafts.map(({ identifierId }) => identifierId)),
  ]);
  await insertStatements(
    context,
    drafts.map(({ identifierId, at, ...draft }) => {
      const identifier = identifiers.get(identifierId);
      if (!identifier) throw new NotFound();
      if (!channelsOf(identifier.kind).includes(draft.channel)) throw new Refused("channel_impossible");
      return {
        ...draft,
        id: context.newId(),
        at: at.toISOString(),
        identifier_id: identifierId,
        contact_id: identifier.contactId,
        home_contact_id: identifier.homeContactId,
      };
    }),
  );
}
