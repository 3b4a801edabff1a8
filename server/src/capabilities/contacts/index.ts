/** Contacts: one human being, once. This file is all that other capabilities may import. */
export { attachContacts } from "./attach-contacts.ts";
export type { AttachedContact, ContactDraft, DraftIdentifier } from "./contact-draft.ts";
export { isIdentifierKind, normaliseIdentifier } from "./domain/normalise-identifier.ts";
export type { IdentifierKind, NormalisedIdentifier } from "./domain/normalise-identifier.ts";
export { normalisePersonName } from "./domain/normalise-person-name.ts";
export { sortName } from "./domain/sort-name.ts";
