import type { OpportunityContact } from "@tongzhou/contract/opportunities";
import type { OpportunityRole } from "@tongzhou/contract/opportunity-type";
import { sql } from "kysely";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import type { Viewer } from "../../../platform/access/viewer.ts";
import { insertRows } from "../../../platform/database/insert-rows.ts";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";
import { ACCOUNT } from "../../accounts/index.ts";
import { CONTACT } from "../../contacts/index.ts";

/** The people of the customer on an opportunity, those who decide first. */
export async function findContacts({ tx }: Pick<ReadContext, "tx">, id: string): Promise<OpportunityContact[]> {
  const { rows } = await sql<OpportunityContact>`
    select contact.id as "contactId", contact.name, contact.title, takes_part.role
    from opportunity_contact as takes_part
    join published.contact as contact on contact.id = takes_part.contact_id
    where takes_part.opportunity_id = ${id}::uuid
    order by
      array_position(
        array['decision_maker', 'approver', 'champion', 'user', 'influencer', 'participant'],
        takes_part.role::text
      ),
      contact.name_sort,
      contact.id`.execute(tx);
  return rows;
}

export interface NewOpportunityContact {
  readonly opportunityId: string;
  readonly contactId: string;
  readonly homeContactId: string;
  readonly role: OpportunityRole;
}

export async function insertContacts(
  { client, newId }: Context,
  contacts: readonly NewOpportunityContact[],
): Promise<void> {
  await insertRows<Record<string, unknown>>(
    client,
    "opportunity_contact",
    { id: "uuid", opportunity_id: "uuid", contact_id: "uuid", home_contact_id: "uuid", role: "text" },
    contacts.map((contact) => ({
      id: newId(),
      opportunity_id: contact.opportunityId,
      contact_id: contact.contactId,
      home_contact_id: contact.homeContactId,
      role: contact.role,
    })),
  );
}

/** The role of somebody on an opportunity, locked for a change. */
export async function lockContactRole({ tx }: Context, opportunityId: string, contactId: string) {
  return tx
    .selectFrom("opportunity_contact")
    .select(["id", "role"])
    .where("opportunity_id", "=", opportunityId)
    .where("contact_id", "=", contactId)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateContactRole({ tx }: Context, id: string, role: OpportunityRole): Promise<void> {
  await tx.updateTable("opportunity_contact").set({ role }).where("id", "=", id).execute();
}

export async function deleteContact({ tx }: Context, id: string): Promise<void> {
  await tx.deleteFrom("opportunity_contact").where("id", "=", id).execute();
}

/** Which of these contacts the viewer may read; a merged one is read by the one that goes on. */
export async function readableContacts(
  { tx }: Pick<ReadContext, "tx">,
  viewer: Viewer,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select contact.id
    from published.contact as contact
    where contact.id = any(${[...ids]}::uuid[])
      and contact.merged_into_id is null
      and ${scopePredicate(viewer, CONTACT, "read", "contact")}`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** The names of these accounts. With a viewer only those that the viewer may read. */
export async function accountNames(
  { tx }: Pick<ReadContext, "tx">,
  ids: readonly string[],
  viewer?: Viewer,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select account.id, account.name
    from published.account as account
    where account.id = any(${[...new Set(ids)]}::uuid[])
      and account.merged_into_id is null
      and ${viewer ? scopePredicate(viewer, ACCOUNT, "read", "account") : sql`true`}`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The names of product lines. */
export async function lineNames(
  { tx }: Pick<ReadContext, "tx">,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = await tx.selectFrom("published.product_line").select(["id", "name"]).where("id", "in", known).execute();
  return new Map(rows.flatMap(({ id, name }) => (id === null || name === null ? [] : [[id, name]])));
}
