import type { CampaignMember } from "@tongzhou/contract/campaign-members";
import { sql } from "kysely";
import type { SqlBool } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";
import type { StayRule } from "../../../platform/lists/bulk-work.ts";
import { behind, cutPage, decodeCursor } from "../../../platform/paging/keyset.ts";
import { CONTACT } from "../../contacts/index.ts";

const ORDER = "-joined";

/** Whose a campaign is, and whether it still takes people. */
export async function findJoinedCampaign(
  { tx }: Pick<ReadContext, "tx">,
  id: string,
): Promise<{ ownerId: string | null; status: string; name: string } | undefined> {
  const { rows } = await sql<{ ownerId: string | null; status: string; name: string }>`
    select owner_id as "ownerId", status, name from published.campaign where id = ${id}::uuid`.execute(tx);
  return rows[0];
}

/** Contacts that are in the campaign already. @param alias of their table. */
export const alreadyMember = (campaignId: string, alias: string): StayRule => ({
  because: "already_member",
  when: sql<SqlBool>`exists (
    select from campaign_member as member
    where member.campaign_id = ${campaignId}::uuid and member.contact_id = ${sql.ref(`${alias}.id`)})`,
});

/** Invites contacts to a campaign; whoever came in meanwhile stays as they are. */
export async function insertMembers(
  { tx, newId, now }: Context,
  campaignId: string,
  contactIds: readonly string[],
): Promise<void> {
  await sql`
    insert into campaign_member (id, campaign_id, contact_id, home_contact_id, status, joined_at)
    select wanted.id, ${campaignId}::uuid, wanted.contact_id, wanted.contact_id, 'invited', ${now.toISOString()}::timestamptz
    from unnest(${contactIds.map(() => newId())}::uuid[], ${[...contactIds]}::uuid[]) as wanted (id, contact_id)
    on conflict (campaign_id, contact_id) do nothing`.execute(tx);
}

/** A page of the members that the viewer may see, who joined last first. */
export async function readMembers(
  { tx, viewer }: Viewing,
  campaignId: string,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ rows: CampaignMember[]; nextCursor?: string }> {
  const after = page.cursor === undefined ? undefined : decodeCursor(ORDER, page.cursor, 1);
  const below = after ? sql`and ${behind([sql`member.id`], after, "desc")}` : sql``;
  const { rows } = await sql<Omit<CampaignMember, "joinedAt"> & { joinedAt: Date }>`
    select member.id, contact.id as "contactId", contact.name, member.status, member.joined_at as "joinedAt",
      (select a.name from published.membership as m join published.account as a on a.id = m.account_id
       where m.contact_id = contact.id and m.until is null and a.merged_into_id is null
       order by (a.kind = 'company') desc, m.since desc, m.id desc limit 1) as "accountName"
    from campaign_member as member
    join published.contact as contact on contact.id = member.contact_id
    where member.campaign_id = ${campaignId}::uuid and (${scopePredicate(viewer, CONTACT, "read", "contact")}) ${below}
    order by member.id desc
    limit ${page.limit + 1}`.execute(tx);
  const { rows: kept, ...rest } = cutPage(rows, page.limit, ORDER, (row) => [row.id]);
  return { rows: kept.map((row) => ({ ...row, joinedAt: row.joinedAt.toISOString() })), ...rest };
}

/** How many members a campaign has, and how many of them the viewer may not open (R-ACC-5). */
export async function countMembers(
  { tx, viewer }: Viewing,
  campaignId: string,
): Promise<{ count: number; outside: number }> {
  const { rows } = await sql<{ all: number; seen: number }>`
    select count(*)::int as all, count(*) filter (where ${scopePredicate(viewer, CONTACT, "read", "contact")})::int as seen
    from campaign_member as member
    join published.contact as contact on contact.id = member.contact_id
    where member.campaign_id = ${campaignId}::uuid`.execute(tx);
  const { all, seen } = rows[0] ?? { all: 0, seen: 0 };
  return { count: seen, outside: all - seen };
}
