import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import type { Followers } from "../../../platform/access/following.ts";
import { containsText } from "../../../platform/conditions/index.ts";
import type { AssignedRows } from "../../../platform/lists/preview-assignment.ts";
import type { ListDefinition } from "../../../platform/lists/list-definition.ts";
import { CONTACT, contactFollowing } from "../contacts.access.ts";
import { CONTACT_GOVERNED, contactFields } from "../contacts.fields.ts";

/**
 * The ids of records whose names a text finds, as a subquery of the index of names; null when the text is too short for it.
 * Handed in where the house is put together, because the search stands above what it finds.
 */
export type RecordsNamed = (object: "contact" | "account", text: string) => RawBuilder<unknown> | null;

/** A contact as the list's statement gives it, before masks. */
export interface ListedContact {
  readonly id: string;
  readonly name: string | null;
  readonly title: string | null;
  readonly regionCode: string | null;
  readonly account: { readonly id: string; readonly name: string; readonly title: string | null } | null;
  readonly owner: { readonly id: string; readonly name: string } | null;
  readonly identifiers: readonly StoredIdentifier[];
  readonly held: Followers;
}

export interface StoredIdentifier {
  readonly id: string;
  readonly kind: string;
  readonly value: string;
  readonly strong: boolean;
}

/** The account a contact is in now: a company before a household, the newest where there are several. */
const ACCOUNT = sql`(
  select jsonb_build_object('id', a.id, 'name', a.name, 'title', m.title)
  from membership as m
  join published.account as a on a.id = m.account_id
  where m.contact_id = contact.id and m.until is null and a.merged_into_id is null
  order by (a.kind = 'company') desc, m.since desc, m.id desc
  limit 1
)`;

/** What a contact is met by now, without its own record and ids of browsers. */
const IDENTIFIERS = sql`coalesce((
  select jsonb_agg(jsonb_build_object('id', i.id, 'kind', i.kind, 'value', i.value, 'strong', i.strong) order by i.strong desc, i.kind, i.id)
  from identifier as i
  where i.contact_id = contact.id and i.valid_to is null and i.kind <> 'record' and i.kind not like 'visitor:%'
), '[]')`;

/** The select list that lists and records share. */
export const contactColumns = () => sql`
  contact.id, contact.name, contact.title, contact.region_code as "regionCode",
  (select jsonb_build_object('id', p.id, 'name', p.name) from published.person as p where p.id = contact.owner_id) as owner,
  ${ACCOUNT} as account, ${IDENTIFIERS} as identifiers, ${contactFollowing.followers("contact")} as held`;

/** The list of contacts; merged ones are shown by the contact that goes on. */
export const contactList = (named?: RecordsNamed, accountId?: string): ListDefinition<ListedContact> => ({
  object: CONTACT,
  alias: "contact",
  from: sql`contact`,
  select: contactColumns(),
  fields: contactFields,
  governed: CONTACT_GOVERNED,
  always:
    accountId === undefined
      ? sql`contact.merged_into_id is null`
      : sql`contact.merged_into_id is null and exists (
          select from membership as m where m.contact_id = contact.id and m.account_id = ${accountId} and m.until is null)`,
  sorts: {
    name: { key: sql`contact.name_sort`, type: "text" },
    newest: { key: sql`contact.id`, type: "text" },
  },
  standardSort: "name",
  search: (text) => {
    const ids = named?.("contact", text);
    return ids ? sql`contact.id in ${ids}` : containsText(sql`contact.name`, text);
  },
});

/** What decides about a contact that is given to somebody. */
export const assignedContacts = (toId: string): AssignedRows => ({
  owner: sql`contact.owner_id`,
  alreadyTheirs: sql<SqlBool>`contact.owner_id is not distinct from ${toId}::uuid`,
});
