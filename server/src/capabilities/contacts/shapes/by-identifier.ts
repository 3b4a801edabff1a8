import type { Reference } from "../../../platform/removal/removal.ts";

export const IDENTIFIER: Reference = { table: "identifier", column: "contact_id" };

/** Rows that refer to identifiers of a contact. */
export const byIdentifier = (table: string, column: string): Reference => ({ table, column, of: IDENTIFIER });
