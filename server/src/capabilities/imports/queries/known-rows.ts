import { sql } from "kysely";
import { CONTACT } from "../../contacts/index.ts";
import { fieldReach } from "../../../platform/access/field-access.ts";
import { reachPredicate, scopePredicate } from "../../../platform/access/scope-predicate.ts";
import type { Viewer } from "../../../platform/access/viewer.ts";
import type { ReadContext } from "../../../platform/ledger/context.ts";

type Reading = Pick<ReadContext, "tx">;

export interface KnownIdentifier {
  readonly kind: string;
  readonly value: string;
  readonly contactId: string;
}

/** Whose these strong identifiers are; one index probe each, whatever the size of the table. */
export async function findKnownIdentifiers(
  { tx }: Reading,
  wanted: readonly { readonly kind: string; readonly value: string }[],
): Promise<KnownIdentifier[]> {
  if (wanted.length === 0) return [];
  const { rows } = await sql<KnownIdentifier>`
    select w.kind, w.value, i.contact_id as "contactId"
    from unnest(${wanted.map(({ kind }) => kind)}::text[], ${wanted.map(({ value }) => value)}::text[]) as w (kind, value)
    cross join lateral (
      select contact_id
      from published.identifier
      where kind = w.kind and value = w.value and valid_to is null and strong
      limit 1
    ) as i`.execute(tx);
  return rows;
}

/** Whose leads these are. */
export async function findContactsOfLeads({ tx }: Reading, leadIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; contactId: string }>`
    select id, contact_id as "contactId" from published.lead where id = any(${[...leadIds]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, contactId }) => [id, contactId]));
}

export interface KnownContact {
  readonly id: string;
  readonly name: string | null;
  readonly title: string | null;
  readonly regionCode: string | null;
  /** Whether the viewer may edit them, and what they do. */
  readonly mayEdit: boolean;
  readonly mayEditJob: boolean;
}

/** Names and titles of contacts, as far as the viewer may read them. */
export async function findKnownContacts(
  { tx }: Reading,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Map<string, KnownContact>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<KnownContact>`
    select c.id, c.name, c.title, c.region_code as "regionCode",
      ${scopePredicate(viewer, CONTACT, "edit", "c")} as "mayEdit",
      ${reachPredicate(fieldReach(viewer, CONTACT, "job", "edit"), CONTACT.belonging, "c")} as "mayEditJob"
    from published.contact as c
    where c.id = any(${[...ids]}::uuid[]) and ${scopePredicate(viewer, CONTACT, "read", "c")}`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whose these credit codes and company keys are. */
export async function findKnownAccounts(
  { tx }: Reading,
  wanted: readonly { readonly kind: string; readonly value: string }[],
): Promise<{ kind: string; value: string; accountId: string }[]> {
  if (wanted.length === 0) return [];
  const { rows } = await sql<{ kind: string; value: string; accountId: string }>`
    select w.kind, w.value, i.account_id as "accountId"
    from unnest(${wanted.map(({ kind }) => kind)}::text[], ${wanted.map(({ value }) => value)}::text[]) as w (kind, value)
    cross join lateral (
      select account_id
      from published.account_identifier
      where kind = w.kind and value = w.value and valid_to is null
      limit 1
    ) as i`.execute(tx);
  return rows;
}
