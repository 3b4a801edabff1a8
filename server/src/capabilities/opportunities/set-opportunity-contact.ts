import type { OpportunityRole } from "@tongzhou/contract/opportunity-type";
import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import {
  deleteContact,
  insertContacts,
  lockContactRole,
  readableContacts,
  updateContactRole,
} from "./queries/opportunity-contact-rows.ts";
import { takeOpportunity } from "./take-opportunities.ts";

export const SET_OPPORTUNITY_CONTACT = operationKind("opportunity.set_contact");
export const REMOVE_OPPORTUNITY_CONTACT = operationKind("opportunity.remove_contact");

export interface ContactOnOpportunity {
  readonly opportunityId: string;
  readonly contactId: string;
}

/**
 * Adds a person of the customer, or changes the part they play.
 * @throws NotFound; NotAllowed; Refused `opportunity_contact_missing` for somebody the editor may not see.
 */
export async function setOpportunityContact(
  context: Acting,
  { opportunityId, contactId }: ContactOnOpportunity,
  role: OpportunityRole,
): Promise<void> {
  await takeOpportunity(context, opportunityId);
  const known = await lockContactRole(context, opportunityId, contactId);
  if (known && known.role !== role) await updateContactRole(context, known.id, role);
  if (!known) {
    const readable = await readableContacts(context, context.viewer, [contactId]);
    if (!readable.has(contactId)) throw new Refused("opportunity_contact_missing");
    await insertContacts(context, [{ opportunityId, contactId, homeContactId: contactId, role }]);
  }
  await context.emit("opportunity.edited", [opportunityId]);
}

/** Takes a person off an opportunity; their touches are credited no more. @throws NotFound; NotAllowed. */
export async function removeOpportunityContact(
  context: Acting,
  { opportunityId, contactId }: ContactOnOpportunity,
): Promise<void> {
  await takeOpportunity(context, opportunityId);
  const known = await lockContactRole(context, opportunityId, contactId);
  if (!known) throw new NotFound();
  await deleteContact(context, known.id);
  await context.emit("opportunity.edited", [opportunityId]);
}
