/** Contacts: people, their identifiers, and calling them. */
export { ContactFacts } from "./ContactFacts.tsx";
export { useDial } from "./useDial.ts";
export type { Dialled } from "./useDial.ts";
