/** Contacts: people, their identifiers, and calling them. */
export { useDial } from "./useDial.ts";
export type { Dialled } from "./useDial.ts";
