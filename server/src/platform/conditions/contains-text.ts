import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import { foldText } from "./fold-text.ts";

/** A text as LIKE reads it literally. Folded first and escaped then: NFKC makes a `%` of a wide ％. The backslash is LIKE's escape unless told otherwise. */
export function likeLiteral(text: string): string {
  return foldText(text).replace(/[\\%_]/g, "\\$&");
}

/** Whether a column contains a text, without regard to case and width; the quick search of small lists. */
export function containsText(column: RawBuilder<unknown>, text: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`lower(normalize(${column}, NFKC)) like ${`%${likeLiteral(text)}%`}`;
}
