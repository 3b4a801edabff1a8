import type { Context } from "../../platform/ledger/context.ts";
import { nameKeys, phoneKeys } from "./domain/search-keys.ts";
import { readNames, readNamesAfter, replaceEntries, sweepEntries } from "./queries/write-entries.ts";
import type { EntryRow } from "./queries/write-entries.ts";
import type { IndexedObject, NamedRow } from "./queries/search-sources.ts";

const ROWS_AT_ONCE = 2000;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** Makes the entries of these records what their names say now, and removes those of records that are gone. */
export async function refreshEntries(context: Context, object: IndexedObject, ids: readonly string[]): Promise<void> {
  const names = await readNames(context.tx, object, ids);
  await replaceEntries(
    context.tx,
    object,
    ids,
    names.map((row) => entryOf(object, row)),
  );
}

/** Rebuilds all entries of an object; equal ones are not written again. @returns how many records were read. */
export async function rebuildEntries(context: Context, object: IndexedObject): Promise<number> {
  await sweepEntries(context.tx, object);
  let read = 0;
  for (let after = FIRST_ID; ;) {
    const names = await readNamesAfter(context.tx, object, after, ROWS_AT_ONCE);
    const last = names.at(-1);
    if (!last) return read;
    await replaceEntries(
      context.tx,
      object,
      names.map((row) => row.id),
      names.map((row) => entryOf(object, row)),
    );
    read += names.length;
    after = last.id;
  }
}

function entryOf(object: IndexedObject, row: NamedRow): EntryRow {
  const reading = object === "contact" ? "person" : "text";
  const names = [row.title, ...row.otherNames].map((name) => nameKeys(name, reading));
  const phones = phoneKeys(row.phones);
  return {
    record_id: row.id,
    title: row.title,
    title_sort: row.titleSort,
    keys: [...new Set(names.flatMap((entry) => entry.keys))],
    haystack: names.map((entry) => entry.haystack).join(""),
    phone_keys: phones.keys,
    phone_haystack: phones.haystack,
  };
}
