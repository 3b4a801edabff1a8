import type { AttachedContact } from "../contacts/index.ts";
import type { OpenedLead } from "../leads/index.ts";
import type { KnownTouch } from "../standards/index.ts";
import type { CaptureDraft } from "./shapes/capture-draft.ts";

/** Leads of contacts that began in this batch, with all the touches there are of them. */
export interface FreshLeads {
  readonly fresh: ReadonlySet<string>;
  readonly touches: readonly KnownTouch[];
}

/**
 * Which leads are judged by this batch alone: those of contacts it made. A person of two drafts has the touches of both on
 * each of his leads; judging leaves out those of another product line.
 */
export function knownTouchesOf(
  drafts: readonly CaptureDraft[],
  contacts: readonly AttachedContact[],
  opened: readonly OpenedLead[],
): FreshLeads {
  const made = new Set(contacts.filter(({ created }) => created).map(({ contactId }) => contactId));
  const leadsOf = new Map<string, Set<string>>();
  opened.forEach(({ leadId }, place) => {
    const contactId = contacts[place]?.contactId;
    if (leadId === null || contactId === undefined || !made.has(contactId)) return;
    const leads = leadsOf.get(contactId) ?? new Set();
    leadsOf.set(contactId, leads.add(leadId));
  });
  const touches = drafts.flatMap(({ touch, at, campaignId, productLineId }, place): KnownTouch[] => {
    if (touch === null) return [];
    const { kind, channel = null, title = null } = touch;
    const leads = leadsOf.get(contacts[place]?.contactId ?? "") ?? [];
    return [...leads].map((leadId) => ({ leadId, at, kind, channel, campaignId, productLineId, title }));
  });
  return { fresh: new Set([...leadsOf.values()].flatMap((leads) => [...leads])), touches };
}
