/** Contacts: people, their identifiers, and calling them. */
export { contactEndpoints } from "./contact-endpoints.ts";
export { ContactFacts } from "./ContactFacts.tsx";
export { ContactList } from "./ContactList.tsx";
export { ContactRecord } from "./ContactRecord.tsx";
export { useContactViews } from "./useContactViews.ts";
export { useDial } from "./useDial.ts";
export type { Dialled } from "./useDial.ts";
export { PeopleOfAccount } from "./PeopleOfAccount.tsx";
export { useContactBulkFields } from "./useContactBulkFields.ts";
