import { sql } from "kysely";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import type { Viewing } from "../../../platform/access/acting.ts";
import type { Context } from "../../../platform/ledger/context.ts";
import { companyCalendar } from "../../people/index.ts";
import { CONTACT } from "../contacts.access.ts";
import { contactColumns } from "./contact-list.ts";
import type { ListedContact } from "./contact-list.ts";
import { membershipJson } from "./membership-json.ts";
import type { StoredMembership } from "./membership-json.ts";

export interface StoredContact extends ListedContact {
  readonly jobFunction: string | null;
  readonly jobLevel: string | null;
  readonly language: string | null;
  readonly note: string | null;
  readonly aliases: readonly string[];
  readonly memberships: readonly StoredMembership[];
  readonly mergedIntoId: string | null;
}

/** One contact that the viewer may read (or do `action` with); undefined for any other. */
export async function findContact(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  id: string,
  action = "read",
): Promise<StoredContact | undefined> {
  const { timeZone } = await companyCalendar({ tx });
  const { rows } = await sql<StoredContact>`
    select ${contactColumns()}, contact.job_function as "jobFunction", contact.job_level as "jobLevel",
      contact.language, contact.note, contact.merged_into_id as "mergedIntoId",
      array(
        select name from contact_alias where contact_id = contact.id
        union
        select merged.name
        from identifier as record
        join contact as merged on merged.id = record.home_contact_id
        where record.contact_id = contact.id and record.kind = 'record' and merged.id <> contact.id
          and merged.name <> coalesce(contact.name, '')
        order by name
      ) as aliases,
      coalesce((
        select jsonb_agg(${membershipJson(timeZone)} order by m.until nulls first, m.since desc, m.id)
        from membership as m
        join published.account as a on a.id = m.account_id
        where m.contact_id = contact.id and (a.merged_into_id is null or m.until is not null)
      ), '[]') as memberships
    from contact
    where contact.id = ${id} and ${scopePredicate(viewer, CONTACT, action, "contact")}`.execute(tx);
  return rows[0];
}

/** Locks the facts of a contact for a change. */
export async function lockContact({ tx }: Context, id: string) {
  return tx
    .selectFrom("contact")
    .select([
      "name",
      "title",
      "job_function as jobFunction",
      "job_level as jobLevel",
      "region_code as regionCode",
      "note",
    ])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateContact(
  { tx }: Context,
  id: string,
  values: Partial<{
    name: string | null;
    name_sort: string;
    title: string | null;
    job_function: string | null;
    job_level: string | null;
    region_code: string | null;
    language: string | null;
    note: string | null;
    owner_id: string | null;
  }>,
): Promise<void> {
  if (Object.keys(values).length > 0) await tx.updateTable("contact").set(values).where("id", "=", id).execute();
}

/** Where rows that a person writes on a contact's page have their home: that contact (R-ID-7). */
export async function insertIdentifier(
  { tx, newId, now }: Context,
  contactId: string,
  identifier: { kind: string; value: string; raw: string; strong: boolean },
): Promise<void> {
  await tx
    .insertInto("identifier")
    .values({ id: newId(), contact_id: contactId, home_contact_id: contactId, ...identifier, valid_from: now })
    .execute();
}

/** The contact that holds a strong identifier now. */
export async function holderOfIdentifier({ tx }: Context, kind: string, value: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("identifier")
    .select("contact_id")
    .where("kind", "=", kind)
    .where("value", "=", value)
    .where("valid_to", "is", null)
    .where("strong", "=", true)
    .executeTakeFirst();
  return row?.contact_id;
}

/** Who holds these strong identifiers now. */
export async function holdersOfIdentifiers(
  { tx }: Pick<Viewing, "tx">,
  wanted: readonly { readonly kind: string; readonly value: string }[],
): Promise<{ kind: string; value: string; contactId: string }[]> {
  const { rows } = await sql<{ kind: string; value: string; contactId: string }>`
    select i.kind, i.value, i.contact_id as "contactId"
    from unnest(${wanted.map(({ kind }) => kind)}::text[], ${wanted.map(({ value }) => value)}::text[]) as w (kind, value)
    join identifier as i on i.kind = w.kind and i.value = w.value and i.valid_to is null and i.strong`.execute(tx);
  return rows;
}

/** Ends an identifier; its row and what hangs on it stay (R-ID-12). @returns whether there was one to end. */
export async function endIdentifier({ tx, now }: Context, contactId: string, identifierId: string): Promise<boolean> {
  const ended = await tx
    .updateTable("identifier")
    .set({ valid_to: sql`greatest(valid_from, ${now.toISOString()}::timestamptz)` })
    .where("id", "=", identifierId)
    .where("contact_id", "=", contactId)
    .where("kind", "<>", "record")
    .where("valid_to", "is", null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

/** Gives these contacts to somebody. @returns which of them had another owner, or none. */
export async function setOwnerOfContacts({ tx }: Context, ids: readonly string[], ownerId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update contact
    set owner_id = ${ownerId}::uuid
    where id = any(${[...ids]}::uuid[]) and owner_id is distinct from ${ownerId}::uuid
    returning id`.execute(tx);
  return rows.map(({ id }) => id).toSorted();
}
