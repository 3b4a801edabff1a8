import { blockingRules, hashOf } from "./blocking-rules.ts";
import { CONTACT_FIELDS } from "./read-compared-contact.ts";
import { RecordTableBuilder, type PlainRecord, type RecordTable } from "./record-table.ts";

/** By what a contact is found, and a number that changes with anything that is compared. */
export interface ContactKeys {
  readonly keys: readonly number[];
  readonly signature: number;
}

/** That two people work for one company makes them no candidates, also where neither has a name. */
const OF_NO_PERSON = "organisation";

/**
 * The keys of the records of a table with the fields of contacts: those of the blocking rules, each told apart by its rule, as
 * whole numbers of 32 bits. A record has the same keys in whatever table it stands.
 */
export function contactKeysIn(table: RecordTable, readAloud: (text: string) => string): (record: number) => number[] {
  const rules = blockingRules(table, readAloud)
    .filter(({ name }) => name !== OF_NO_PERSON)
    .map((rule) => ({ ...rule, salt: hashOf(rule.name) }));
  return (record) => {
    const keys = new Set<number>();
    for (const { eachKey, salt } of rules) eachKey(record, (key) => keys.add(salted(key, salt)));
    return [...keys].toSorted((a, b) => a - b);
  };
}

/** The keys of some contacts. */
export function keysOfContacts(records: readonly PlainRecord[], readAloud: (text: string) => string): ContactKeys[] {
  const builder = new RecordTableBuilder(CONTACT_FIELDS);
  for (const record of records) builder.add(record);
  const keysOf = contactKeysIn(builder.finish(), readAloud);
  return records.map((record, at) => ({ keys: keysOf(at), signature: signatureOf(record) }));
}

/** A number that changes with anything that is compared of a record. */
export function signatureOf(record: PlainRecord): number {
  return hashOf(CONTACT_FIELDS.map((kind) => (record[kind] ?? []).join("\u001e")).join("\u001d")) | 0;
}

function salted(key: number, salt: number): number {
  const product = Math.imul(key ^ salt, 0x9e3779b1);
  return (product ^ (product >>> 15)) | 0;
}
