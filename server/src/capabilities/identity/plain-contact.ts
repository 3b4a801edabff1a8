import { readComparedContact, type ComparedContact } from "./domain/read-compared-contact.ts";
import type { PlainRecord } from "./domain/record-table.ts";
import { readersOf } from "./read-plain-record.ts";

const readers = readersOf("persons");

/** A contact in the normal form by which contacts are compared. */
export const plainContact = (contact: ComparedContact): PlainRecord => readComparedContact(contact, readers);
