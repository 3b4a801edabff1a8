import type { Acting } from "../../platform/access/acting.ts";
import { fieldLevel } from "../../platform/access/field-access.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotAllowed, NotFound, Refused } from "../../platform/problems/refusal.ts";
import { CONTACT, fieldOfIdentifier } from "./contacts.access.ts";
import { readIdentifier } from "./create-contact.ts";
import { endIdentifier, findContact, holderOfIdentifier, insertIdentifier } from "./queries/contact-rows.ts";
import { lockIdentifiers } from "./queries/lock-identifiers.ts";

export const ADD_IDENTIFIER = operationKind("contact.add_identifier");
export const RETIRE_IDENTIFIER = operationKind("contact.retire_identifier");

/**
 * Adds what a contact is met by, written by a person on the contact's page.
 * @throws NotFound; NotAllowed; Invalid `identifier_impossible`; Refused `identifier_taken` when somebody else holds it.
 */
export async function addIdentifier(
  context: Acting,
  contactId: string,
  typed: { readonly kind: string; readonly value: string },
): Promise<void> {
  await requireEditable(context, contactId, typed.kind);
  const identifier = readIdentifier(typed, "/value");
  await lockIdentifiers(context, [identifier]);
  const holder = identifier.strong ? await holderOfIdentifier(context, identifier.kind, identifier.value) : undefined;
  if (holder === contactId) return;
  if (holder !== undefined) throw new Refused("identifier_taken");
  await insertIdentifier(context, contactId, identifier);
  await context.emit("contact.changed", [contactId]);
}

/** Ends an identifier of a contact. @throws NotFound when the contact does not hold it now. */
export async function retireIdentifier(context: Acting, contactId: string, identifierId: string): Promise<void> {
  const contact = await findContact(context, contactId, "edit");
  const identifier = contact?.identifiers.find((one) => one.id === identifierId);
  if (!identifier) throw new NotFound();
  await requireEditable(context, contactId, identifier.kind);
  if (!(await endIdentifier(context, contactId, identifierId))) throw new NotFound();
  await context.emit("contact.changed", [contactId]);
}

async function requireEditable(context: Acting, contactId: string, kind: string): Promise<void> {
  const contact = await findContact(context, contactId, "edit");
  if (!contact || contact.mergedIntoId !== null) throw new NotFound();
  const field = fieldOfIdentifier(kind);
  if (field !== undefined && fieldLevel(context.viewer, CONTACT, field, contact.held) !== "edit")
    throw new NotAllowed();
}
