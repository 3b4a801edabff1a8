import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { revealField } from "../people/index.ts";
import { CONTACT, fieldOfIdentifier } from "./contacts.access.ts";
import { findContact } from "./queries/contact-rows.ts";

export const REVEAL_IDENTIFIER = operationKind("contact.reveal", { notUndoable: "undo.seen" });

/** Looks behind the mask of one identifier; logged and limited. @throws NotFound, NotAllowed, TooMany. */
export async function revealIdentifier(context: Acting, contactId: string, identifierId: string): Promise<string> {
  const contact = await findContact(context, contactId);
  const identifier = contact?.identifiers.find((one) => one.id === identifierId);
  const field = identifier && fieldOfIdentifier(identifier.kind);
  if (!contact || !identifier) throw new NotFound();
  if (field) await revealField(context, { object: CONTACT, recordId: contactId, field, held: contact.held });
  return identifier.value;
}
