import { Homes } from "../../../platform/homes/homes.ts";

/** What follows a contact through merges; the capabilities above add their rows here. */
export const contactHomes = new Homes();

/** The columns that every row of a contact has (R-ID-7). */
export const HOMED_AT_CONTACT = { now: "contact_id", home: "home_contact_id" } as const;

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
    once: { columns: ["account_id", "household_role"], among: "until is null" },
  },
});
