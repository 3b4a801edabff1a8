import type { FieldKind, PlainRecord } from "./domain/record-table.ts";
import type { MatchedContact } from "./queries/find-matched-contacts.ts";
import { readersOf } from "./read-plain-record.ts";

const { name, company, phone, mail, id, city } = readersOf("persons");

/** A contact in the normal form by which contacts are compared. Ids of browsers are nobody's own and not there. */
export function plainContact(contact: MatchedContact): PlainRecord {
  const values: Partial<Record<FieldKind, string[]>> = {};
  if (contact.name !== null) name(contact.name, values);
  for (const each of contact.companies) company(each, values);
  if (contact.regionCode !== null) city(contact.regionCode, values);
  for (const { kind, value } of contact.identifiers) {
    if (kind === "phone") phone(value, values);
    else if (kind === "email") mail(value, values);
    else id(`${kind} ${value}`, values);
  }
  return values;
}
