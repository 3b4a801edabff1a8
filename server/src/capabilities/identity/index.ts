/** Identity: which records are the same customer. This file is all that other capabilities may import. */
export { MERGE_CONTACTS, mergeContacts } from "./merge-contacts.ts";
export { UNMERGE_CONTACT, unmergeContact } from "./unmerge-contact.ts";
