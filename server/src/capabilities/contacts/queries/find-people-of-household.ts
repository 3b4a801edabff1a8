import type { HouseholdRole } from "@tongzhou/contract/memberships";
import { sql } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import { companyCalendar } from "../../people/index.ts";
import { CONTACT } from "../contacts.access.ts";
import { contactColumns } from "./contact-list.ts";
import type { ListedContact } from "./contact-list.ts";

export interface StoredHouseholdMember extends ListedContact {
  readonly roles: readonly {
    readonly role: HouseholdRole | null;
    readonly since: string;
    readonly until: string | null;
  }[];
}

/** Who is or was in a household, of those the viewer may read: who came first stands first, each with their roles in order. */
export async function findPeopleOfHousehold(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  accountId: string,
): Promise<StoredHouseholdMember[]> {
  const { timeZone } = await companyCalendar({ tx });
  const { rows } = await sql<StoredHouseholdMember>`
    select ${contactColumns()}, belongs.roles
    from (
      select m.contact_id, min(m.since) as first, min(m.id::text) as made,
        jsonb_agg(jsonb_build_object('role', m.household_role,
          'since', to_char(m.since at time zone ${timeZone}, 'YYYY-MM-DD'),
          'until', to_char(m.until at time zone ${timeZone}, 'YYYY-MM-DD'))
          order by m.until nulls first, m.since, m.id) as roles
      from membership as m
      where m.account_id = ${accountId}
      group by m.contact_id
    ) as belongs
    join contact on contact.id = belongs.contact_id
    where contact.merged_into_id is null and ${scopePredicate(viewer, CONTACT, "read", "contact")}
    order by belongs.first, belongs.made`.execute(tx);
  return rows;
}
