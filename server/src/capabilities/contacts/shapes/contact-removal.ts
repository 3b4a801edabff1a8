import { Removal } from "../../../platform/removal/removal.ts";

const IDENTIFIER = { table: "identifier", column: "contact_id" } as const;

/** How contacts are deleted; the capabilities above add what hangs on them. */
export const contactRemoval = new Removal("contact")
  .keeps("was_merged", { table: "contact", column: "merged_into_id" })
  .takes(
    { table: "contact_conflict", column: "identifier_id", of: IDENTIFIER },
    { table: "contact_conflict", column: "contact_id" },
    { table: "contact_conflict", column: "other_contact_id" },
    { table: "contact_alias", column: "contact_id" },
    { table: "membership", column: "contact_id" },
    IDENTIFIER,
  );

/** Rows that refer to identifiers of a contact. */
export const byIdentifier = (table: string, column: string) => ({ table, column, of: IDENTIFIER });
