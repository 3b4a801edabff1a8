import { contacts } from "@tongzhou/contract/contacts";
import type { Viewing } from "../../platform/access/acting.ts";
import { publishFields } from "../../platform/conditions/index.ts";
import { beginRecordValues, withRecordValues } from "../../platform/custom-fields/record-values.ts";
import { withHouseFields } from "../../platform/custom-fields/with-house-fields.ts";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { conditionContextOf } from "../../platform/lists/choose-rows.ts";
import { rowChoiceOf } from "../../platform/lists/choose-ids.ts";
import { countList } from "../../platform/lists/count-list.ts";
import { previewAssignment } from "../../platform/lists/preview-assignment.ts";
import { readList } from "../../platform/lists/read-list.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { companyCalendar } from "../people/index.ts";
import { ADD_IDENTIFIER, RETIRE_IDENTIFIER, addIdentifier, retireIdentifier } from "./add-identifier.ts";
import { CONTACT, mayAssignContacts, mayCreateContacts, mayEditContacts, mayReadContacts } from "./contacts.access.ts";
import { CONTACT_GOVERNED, contactFields } from "./contacts.fields.ts";
import { ASSIGN_CONTACTS, assignContacts } from "./assign-contacts.ts";
import { CREATE_CONTACT, createContact } from "./create-contact.ts";
import { EDIT_CONTACT, editContact } from "./edit-contact.ts";
import { presentContact, presentContactRow } from "./present-contact.ts";
import { contactList, assignedContacts } from "./queries/contact-list.ts";
import type { RecordsNamed } from "./queries/contact-list.ts";
import { findContact } from "./queries/contact-rows.ts";
import { REVEAL_IDENTIFIER, revealIdentifier } from "./reveal-identifier.ts";

/** People on the customers' side. @param named the quick search of the list; without it names are read one by one. */
export function contactsRoutes(http: Http, named?: RecordsNamed): void {
  serveRead(http, contacts.list, {
    allow: mayReadContacts,
    async handle(context, { query }) {
      const page = await readList(contactList(named, query.accountId), query, context, await companyCalendar(context));
      const rows = page.rows.map((row) => presentContactRow(context.viewer, row));
      return { ...page, rows: await withRecordValues(context, "contact", rows) };
    },
  });
  serveRead(http, contacts.count, {
    allow: mayReadContacts,
    handle: async (context, { query }) => countList(contactList(named), query, context, await companyCalendar(context)),
  });
  serveRead(http, contacts.fields, {
    allow: mayReadContacts,
    handle: async ({ viewer }) =>
      publishFields(
        withHouseFields(contactFields, viewer.snapshot, "contact"),
        conditionContextOf(viewer, CONTACT, CONTACT_GOVERNED).accessTo,
      ),
  });
  serveRead(http, contacts.show, {
    allow: mayReadContacts,
    handle: (context, { params }) => shown(context, params.contactId),
  });
  serveRead(http, contacts.previewAssignment, {
    allow: mayAssignContacts,
    handle: async (context, { body: { choice, toId } }) =>
      previewAssignment(
        contactList(named),
        rowChoiceOf(choice),
        assignedContacts(toId),
        context,
        await companyCalendar(context),
      ),
  });
  serveWrite(http, contacts.assign, {
    allow: mayAssignContacts,
    kind: ASSIGN_CONTACTS,
    handle: (context, { body: { choice, toId } }) =>
      assignContacts(context, { choice: rowChoiceOf(choice), toId }, contactList(named)),
  });
  serveWrite(http, contacts.create, {
    allow: mayCreateContacts,
    kind: CREATE_CONTACT,
    creates: "repeatable",
    async handle(context, { body: { custom, ...typed } }) {
      const { contactId, created } = await createContact(context, typed);
      await beginRecordValues(context, { object: "contact", id: contactId, created, asked: true }, custom);
      return { contactId, created };
    },
  });
  serveWrite(http, contacts.edit, {
    allow: mayEditContacts,
    kind: EDIT_CONTACT,
    async handle(context, { params, body }) {
      await editContact(context, params.contactId, body);
      return shown(context, params.contactId);
    },
  });
  serveWrite(http, contacts.addIdentifier, {
    allow: mayEditContacts,
    kind: ADD_IDENTIFIER,
    async handle(context, { params, body }) {
      await addIdentifier(context, params.contactId, body);
      return shown(context, params.contactId);
    },
  });
  serveWrite(http, contacts.retireIdentifier, {
    allow: mayEditContacts,
    kind: RETIRE_IDENTIFIER,
    async handle(context, { params }) {
      await retireIdentifier(context, params.contactId, params.identifierId);
      return shown(context, params.contactId);
    },
  });
  serveWrite(http, contacts.reveal, {
    allow: mayReadContacts,
    kind: REVEAL_IDENTIFIER,
    handle: async (context, { params }) => ({
      value: await revealIdentifier(context, params.contactId, params.identifierId),
    }),
  });
}

async function shown(context: Pick<Viewing, "tx" | "viewer">, contactId: string) {
  const contact = await findContact(context, contactId);
  if (!contact) throw new NotFound();
  return presentContact(context.viewer, contact);
}
