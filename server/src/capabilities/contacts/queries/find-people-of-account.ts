import { sql } from "kysely";
import type { SqlBool } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import type { Followers } from "../../../platform/access/following.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import { CONTACT, contactFollowing } from "../contacts.access.ts";
import { membershipJson } from "./membership-json.ts";
import type { StoredMembership } from "./membership-json.ts";

export interface StoredPersonOfAccount {
  readonly contactId: string;
  readonly name: string | null;
  readonly membership: StoredMembership;
  readonly held: Followers;
}

/**
 * Who is in an account, or was: contacts that the viewer may read, the newest first. Somebody who is there again is no former
 * one.
 */
export async function findPeopleOfAccount(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  accountId: string,
  { when, limit, timeZone }: { readonly when: "present" | "former"; readonly limit: number; readonly timeZone: string },
): Promise<{ rows: StoredPersonOfAccount[]; count: number }> {
  const among =
    when === "present"
      ? sql<SqlBool>`m.until is null`
      : sql<SqlBool>`m.until is not null and not exists (
          select from membership as still
          where still.contact_id = m.contact_id and still.account_id = m.account_id and still.until is null)`;
  const chosen = sql`
    from membership as m
    join published.account as a on a.id = m.account_id
    join contact on contact.id = m.contact_id
    where m.account_id = ${accountId} and contact.merged_into_id is null and ${among}
      and ${scopePredicate(viewer, CONTACT, "read", "contact")}`;
  const { rows } = await sql<StoredPersonOfAccount>`
    select contact.id as "contactId", contact.name, ${membershipJson(timeZone)} as membership,
      ${contactFollowing.followers("contact")} as held
    ${chosen}
    order by coalesce(m.until, m.since) desc, m.id desc
    limit ${limit}`.execute(tx);
  const counted = await sql<{ count: number }>`select count(distinct m.contact_id)::int as count ${chosen}`.execute(tx);
  return { rows, count: counted.rows[0]?.count ?? 0 };
}
