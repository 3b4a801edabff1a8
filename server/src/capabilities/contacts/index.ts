/** Contacts: one human being, once. This file is all that other capabilities may import. */
import { contactFollowing } from "./contacts.access.ts";
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import { contactByAccount, contactByOwner } from "./queries/follow-contacts.ts";
import "./contacts.audit.ts";

export { CONTACT, contactFollowing, mayEditContacts, mayReadContacts } from "./contacts.access.ts";
export { contactHomes, HOMED_AT_CONTACT } from "./shapes/contact-homes.ts";
export { mayEditContact, mayTakeContactFacts } from "./may-edit-contact.ts";
export { readContact } from "./read-contact.ts";
export { writeContactFacts } from "./write-contact-facts.ts";
export { lockMergingContacts, readMergingContacts } from "./queries/merging-contacts.ts";
export type { ContactFacts } from "./queries/merging-contacts.ts";
export { personWords } from "./queries/person-words.ts";
export { CONTACT_GOVERNED, contactFieldList } from "./contacts.fields.ts";
export type { ConditionContact } from "./contacts.fields.ts";
export { contactsRoutes } from "./contacts.routes.ts";
export { beginRoles, endRoles, meetSomebody, presentRoles } from "./begin-roles.ts";
export type { Somebody } from "./begin-roles.ts";
export { peopleOfHousehold } from "./people-of-household.ts";
export { membershipsRoutes } from "./memberships.routes.ts";
export type { RecordsNamed } from "./queries/contact-list.ts";
export { overwriteContacts } from "./overwrite-contacts.ts";
export { attachContacts } from "./attach-contacts.ts";
export type { AttachedContact, ContactDraft, DraftIdentifier, TakingRules } from "./domain/contact-draft.ts";
export { recogniseContact } from "./recognise-contact.ts";
export { areaCodeOf, regionOfPhone } from "./domain/area-codes.ts";
export { readablePhone } from "./domain/readable-phone.ts";
export { bulkContacts } from "./queries/bulk-contacts.ts";
export { exportedContacts } from "./exported-contacts.ts";
export { maskIdentifier } from "./domain/mask-identifier.ts";
export { identifierFault } from "./domain/identifier-fault.ts";
export { normalisePhones } from "./domain/normalise-phones.ts";
export { isIdentifierKind, normaliseIdentifier } from "./domain/normalise-identifier.ts";
export type { IdentifierKind, NormalisedIdentifier } from "./domain/normalise-identifier.ts";
export { normalisePersonName } from "./domain/normalise-person-name.ts";
export { namePinyin } from "./domain/name-pinyin.ts";
export type { NamePinyin } from "./domain/name-pinyin.ts";
export { readPersonName } from "./domain/read-person-name.ts";
export type { PersonName, PersonNameKind } from "./domain/read-person-name.ts";
export { sortName } from "./domain/sort-name.ts";

contactFollowing.add(contactByOwner);
contactFollowing.add(contactByAccount);

export const contactsMessages = { zh, en };
export { heldContacts } from "./held-contacts.ts";
