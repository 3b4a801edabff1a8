import { Homes } from "../../../platform/homes/homes.ts";
import { HOMED_AT_ACCOUNT, accountHomes } from "../../accounts/index.ts";

/** What follows a contact through merges; the capabilities above add their rows here. */
export const contactHomes = new Homes("contact", "contact.changed");

/** The columns that every row of a contact has (R-ID-7). */
export const HOMED_AT_CONTACT = { now: "contact_id", home: "home_contact_id" } as const;

const CURRENT = "until is null";
const ROLE = ["household_role"];

contactHomes.add({
  what: "identifiers",
  table: { table: "identifier", columns: HOMED_AT_CONTACT, counted: "kind <> 'record' and valid_to is null" },
});
contactHomes.add({
  what: "aliases",
  table: { table: "contact_alias", columns: HOMED_AT_CONTACT, once: { columns: ["name"] } },
});
contactHomes.add({
  what: "memberships",
  table: {
    table: "membership",
    columns: HOMED_AT_CONTACT,
    onceWith: { tree: "account", columns: HOMED_AT_ACCOUNT, by: ROLE, among: CURRENT },
  },
});

// Of two jobs of one person in companies that are one by now, one is shown.
accountHomes.add({
  what: "members",
  table: {
    table: "membership",
    columns: HOMED_AT_ACCOUNT,
    onceWith: { tree: "contact", columns: HOMED_AT_CONTACT, by: ROLE, among: CURRENT },
  },
});
