import { z } from "zod";
import { Assigned, Assignment, AssignmentPreview } from "./assignment.ts";
import { ConditionField } from "./condition-fields.ts";
import { changeOf } from "./edit.ts";
import { endpoint } from "./endpoint.ts";
import { NewFieldValues, RowValues } from "./fields.ts";
import { CountQuery, ListCount, ListQuery, listOf } from "./list.ts";
import { Membership } from "./memberships.ts";

/** How much of a value the viewer sees: `masked` values may be revealed, hidden ones are not there at all. */
export const Visibility = z.enum(["masked", "read", "edit"]);

export const Identifier = z.object({
  id: z.uuid(),
  kind: z.string(),
  /** Masked when `visibility` says so. */
  value: z.string(),
  strong: z.boolean(),
  visibility: Visibility,
});
export type Identifier = z.infer<typeof Identifier>;

const AccountOfContact = z.object({ id: z.uuid(), name: z.string(), title: z.string().nullable() });

export const ContactRow = z.object({
  id: z.uuid(),
  /** Null for 未具名: such a contact is shown by its strongest identifier. */
  name: z.string().nullable(),
  title: z.string().nullable().optional(),
  regionCode: z.string().nullable(),
  account: AccountOfContact.nullable(),
  /** Who typed it in or was given it; others follow it by their leads, opportunities and accounts. */
  owner: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** What it has in fields the company added. */
  custom: RowValues,
  identifiers: z.array(Identifier),
  mayEdit: z.boolean(),
  /** The same for title, function and level. */
  mayEditJob: z.boolean(),
});
export type ContactRow = z.infer<typeof ContactRow>;

export const Contact = ContactRow.extend({
  jobFunction: z.string().nullable().optional(),
  jobLevel: z.string().nullable().optional(),
  language: z.string().nullable(),
  note: z.string().nullable(),
  aliases: z.array(z.string()),
  memberships: z.array(Membership),
  /** Set for a record that was merged: the one that goes on. */
  mergedIntoId: z.uuid().nullable(),
  mayReveal: z.boolean(),
});
export type Contact = z.infer<typeof Contact>;

const contactParams = z.object({ contactId: z.uuid() });
const text = (longest: number) => z.string().trim().min(1).max(longest).nullable();

export const contacts = {
  list: endpoint({
    id: "contacts.listContacts",
    method: "GET",
    path: "/contacts",
    summary: "Contacts within the viewer's rights, all or those of one account.",
    query: ListQuery.extend({ accountId: z.uuid().optional() }),
    response: listOf(ContactRow),
    errors: ["filter_invalid", "cursor_invalid"],
  }),
  count: endpoint({
    id: "contacts.countContacts",
    method: "GET",
    path: "/contacts/count",
    summary: "How many contacts a list has.",
    query: CountQuery,
    response: ListCount,
    errors: ["filter_invalid"],
  }),
  fields: endpoint({
    id: "contacts.listContactFields",
    method: "GET",
    path: "/contacts/fields",
    summary: "The fields that filters of contacts may speak of.",
    response: z.array(ConditionField),
  }),
  assign: endpoint({
    id: "contacts.assignContacts",
    method: "POST",
    path: "/contacts/assignments",
    summary: "Gives contacts to somebody, named or all that a filter chooses; those that are theirs already stay.",
    body: Assignment,
    response: Assigned,
    errors: ["contact_owner_missing", "too_many_chosen", "filter_invalid"],
  }),
  previewAssignment: endpoint({
    id: "contacts.previewAssignment",
    method: "POST",
    path: "/contacts/assignment-previews",
    summary: "What giving contacts to somebody would do: how many go, from whom, how many stay and why.",
    body: Assignment,
    response: AssignmentPreview,
    errors: ["filter_invalid"],
  }),
  show: endpoint({
    id: "contacts.showContact",
    method: "GET",
    path: "/contacts/:contactId",
    summary: "One contact.",
    params: contactParams,
    response: Contact,
  }),
  create: endpoint({
    id: "contacts.createContact",
    method: "POST",
    path: "/contacts",
    summary: "Adds a contact, or finds the one that has these identifiers already.",
    body: z.object({
      name: text(200).default(null),
      title: text(200).default(null),
      company: text(200).default(null),
      identifiers: z.array(z.object({ kind: z.string().max(80), value: z.string().trim().min(1).max(200) })).max(20),
      custom: NewFieldValues.optional(),
    }),
    response: z.object({ contactId: z.uuid(), created: z.boolean() }),
    errors: ["identifier_impossible", "nobody_described", "contact_of_others"],
  }),
  edit: endpoint({
    id: "contacts.editContact",
    method: "PATCH",
    path: "/contacts/:contactId",
    summary: "Changes facts of a contact.",
    params: contactParams,
    body: z.object({
      name: changeOf(text(200)),
      title: changeOf(text(200)),
      jobFunction: changeOf(text(80)),
      jobLevel: changeOf(text(80)),
      regionCode: changeOf(
        z
          .string()
          .regex(/^\d{6}$/)
          .nullable(),
      ),
      note: changeOf(text(10_000)),
    }),
    response: Contact,
    errors: ["changed_meanwhile"],
  }),
  addIdentifier: endpoint({
    id: "contacts.addIdentifier",
    method: "POST",
    path: "/contacts/:contactId/identifiers",
    summary: "Adds a phone number, mailbox or other identifier to a contact.",
    params: contactParams,
    body: z.object({ kind: z.string().max(80), value: z.string().trim().min(1).max(200) }),
    response: Contact,
    errors: ["identifier_impossible", "identifier_taken"],
  }),
  retireIdentifier: endpoint({
    id: "contacts.retireIdentifier",
    method: "DELETE",
    path: "/contacts/:contactId/identifiers/:identifierId",
    summary: "Ends an identifier of a contact; what came by it stays.",
    params: contactParams.extend({ identifierId: z.uuid() }),
    response: Contact,
  }),
  reveal: endpoint({
    id: "contacts.revealIdentifier",
    method: "POST",
    path: "/contacts/:contactId/identifiers/:identifierId/reveals",
    summary: "Looks behind the mask of an identifier; logged and limited.",
    params: contactParams.extend({ identifierId: z.uuid() }),
    response: z.object({ value: z.string() }),
    errors: ["reveal_limit"],
  }),
};
