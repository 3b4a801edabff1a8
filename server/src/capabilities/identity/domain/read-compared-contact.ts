import type { FieldKind, PlainRecord } from "./record-table.ts";
import type { ValueReaders, Values } from "./value-readers.ts";

/** What of a contact is compared. */
export interface ComparedContact {
  readonly name: string | null;
  readonly regionCode: string | null;
  readonly companies: readonly string[];
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[];
}

/** The fields by which contacts are compared: all there are, whether or not the contacts at hand say something in each. */
export const CONTACT_FIELDS: readonly FieldKind[] = ["given", "surname", "organisation", "phone", "mail", "id", "city"];

/** A contact in the normal form by which contacts are compared. Ids of browsers are nobody's own and not there. */
export function readComparedContact(
  contact: ComparedContact,
  { name, company, phone, mail, id, city }: ValueReaders,
): PlainRecord {
  const values: Values = {};
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
