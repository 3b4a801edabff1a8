import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Tables } from "../../../platform/database/tables.generated.ts";
import { SEARCH_SOURCES } from "./search-sources.ts";
import type { IndexedObject, NamedRow } from "./search-sources.ts";

/** A search entry as it is stored. */
export interface EntryRow {
  readonly record_id: string;
  readonly title: string;
  readonly title_sort: string;
  readonly keys: readonly number[];
  readonly haystack: string;
  readonly phone_keys: readonly number[];
  readonly phone_haystack: string;
}

/** The names of these records as they are now; records that are gone are not among them. */
export async function readNames(
  tx: Kysely<Tables>,
  object: IndexedObject,
  ids: readonly string[],
): Promise<NamedRow[]> {
  return (await SEARCH_SOURCES[object](ids).execute(tx)).rows;
}

/** The next names behind an id, for a rebuild. */
export async function readNamesAfter(
  tx: Kysely<Tables>,
  object: IndexedObject,
  afterId: string,
  limit: number,
): Promise<NamedRow[]> {
  const { rows } = await sql<NamedRow>`
    select * from (${SEARCH_SOURCES[object](null)}) as named where id > ${afterId} order by id limit ${limit}`.execute(
    tx,
  );
  return rows;
}

/** Replaces the entries of these records by the given ones. */
export async function replaceEntries(
  tx: Kysely<Tables>,
  object: IndexedObject,
  ids: readonly string[],
  entries: readonly EntryRow[],
): Promise<void> {
  const kept = entries.map((entry) => entry.record_id);
  await sql`
    delete from search_entry
    where object = ${object} and record_id = any(${[...ids]}::uuid[]) and record_id <> all(${kept}::uuid[])`.execute(
    tx,
  );
  if (entries.length === 0) return;
  await sql`
    insert into search_entry (object, record_id, title, title_sort, keys, haystack, phone_keys, phone_haystack)
    select ${object}, e.record_id, e.title, e.title_sort, e.keys, e.haystack, e.phone_keys, e.phone_haystack
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      as e (record_id uuid, title text, title_sort text, keys int4[], haystack text, phone_keys int4[], phone_haystack text)
    order by e.record_id
    on conflict (object, record_id) do update
      set title = excluded.title, title_sort = excluded.title_sort, keys = excluded.keys, haystack = excluded.haystack,
          phone_keys = excluded.phone_keys, phone_haystack = excluded.phone_haystack
      where (search_entry.title, search_entry.title_sort, search_entry.keys, search_entry.haystack, search_entry.phone_keys, search_entry.phone_haystack)
        is distinct from (excluded.title, excluded.title_sort, excluded.keys, excluded.haystack, excluded.phone_keys, excluded.phone_haystack)`.execute(
    tx,
  );
}

/** Removes entries whose record is gone. @returns how many. */
export async function sweepEntries(tx: Kysely<Tables>, object: IndexedObject): Promise<number> {
  const swept = await sql`
    delete from search_entry as e
    where e.object = ${object}
      and not exists (select from (${SEARCH_SOURCES[object](null)}) as named where named.id = e.record_id)`.execute(tx);
  return Number(swept.numAffectedRows ?? 0n);
}
