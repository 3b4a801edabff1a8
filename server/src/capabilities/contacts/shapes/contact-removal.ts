import { Removal } from "../../../platform/removal/removal.ts";
import { byIdentifier, IDENTIFIER } from "./by-identifier.ts";

/** How contacts are deleted; the capabilities above add what hangs on them. */
export const contactRemoval = new Removal("contact")
  .keeps("was_merged", { table: "contact", column: "merged_into_id" })
  .takes(
    byIdentifier("contact_conflict", "identifier_id"),
    { table: "contact_conflict", column: "contact_id" },
    { table: "contact_conflict", column: "other_contact_id" },
    { table: "contact_alias", column: "contact_id" },
    { table: "membership", column: "contact_id" },
    IDENTIFIER,
  );
