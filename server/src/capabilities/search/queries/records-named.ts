import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { searchQuery } from "../domain/search-query.ts";
import { anyReading } from "./any-reading.ts";
import type { IndexedObject } from "./search-sources.ts";

/**
 * The ids of records whose names the text finds, as a subquery for lists of other capabilities: the same hits as in the
 * search, without numbers. Null when there is too little in the text to search for.
 */
export function recordsNamed(object: IndexedObject, text: string): RawBuilder<unknown> | null {
  const query = searchQuery(text);
  if (query === null || query.readings.length === 0) return null;
  return sql`(
    select record_id
    from search_entry
    where object = ${sql.lit(object)} and ${anyReading(query, false)}
  )`;
}
