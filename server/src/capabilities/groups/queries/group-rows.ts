import type { GroupAmount } from "@tongzhou/contract/groups";
import type { TreePlace } from "@tongzhou/contract/accounts";
import { sql } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import { ACCOUNT } from "../../accounts/index.ts";
import { CONTACT } from "../../contacts/index.ts";
import { LEAD } from "../../leads/index.ts";
import { OPPORTUNITY } from "../../opportunities/index.ts";
import { lastAt } from "./last-at.ts";

export interface FoundCompany {
  readonly id: string;
  readonly parentId: string | null;
  readonly seen: boolean;
  readonly name: string;
  readonly treePlace: TreePlace | null;
  readonly confirmed: boolean;
  readonly ownerId: string | null;
  readonly nearestOwnerId: string | null;
  readonly ownerName: string | null;
  readonly mayMove: boolean;
  readonly contacts: number;
  readonly leads: number;
  readonly running: FoundDeals;
  readonly won: FoundDeals;
  readonly lastAt: Date | null;
}

export interface FoundDeals {
  readonly count: number;
  readonly amounts: GroupAmount[];
}

/** Companies with what is their own and the viewer may open, in the order asked for. */
export async function readCompanies(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  ids: readonly string[],
): Promise<FoundCompany[]> {
  const deals = (outcome: "running" | "won") => sql`(
    select jsonb_build_object('count', coalesce(sum(one.count), 0), 'amounts', coalesce(
      jsonb_agg(jsonb_build_object('currency', one.currency, 'amount', one.amount) order by one.currency)
        filter (where one.amount <> 0), '[]'))
    from (
      select opportunity.currency, count(*) as count, coalesce(sum(opportunity.amount), 0) as amount
      from published.opportunity as opportunity
      where opportunity.account_id = account.id
        and opportunity.outcome is not distinct from ${outcome === "won" ? "won" : null}
        and ${scopePredicate(viewer, OPPORTUNITY, "read", "opportunity")}
      group by opportunity.currency
    ) as one
  )`;
  const { rows } = await sql<FoundCompany>`
    select
      account.id,
      account.parent_id as "parentId",
      (${scopePredicate(viewer, ACCOUNT, "read", "account")}) is true as seen,
      account.name,
      account.tree_place as "treePlace",
      account.confirmed,
      account.owner_id as "ownerId",
      nearest.owner_id as "nearestOwnerId",
      person.name as "ownerName",
      (${scopePredicate(viewer, ACCOUNT, "edit", "account")}) is true as "mayMove",
      (
        select count(distinct contact.id)::int
        from published.membership as belongs
        join published.contact as contact on contact.id = belongs.contact_id
        where belongs.account_id = account.id and belongs.until is null and contact.merged_into_id is null
          and ${scopePredicate(viewer, CONTACT, "read", "contact")}
      ) as contacts,
      (
        select count(*)::int
        from published.lead as lead
        where lead.account_id = account.id and lead.stage not in ('converted', 'disqualified')
          and ${scopePredicate(viewer, LEAD, "read", "lead")}
      ) as leads,
      ${deals("running")} as running,
      ${deals("won")} as won,
      ${lastAt(sql`array[account.id]`)} as "lastAt"
    from published.account as account
    left join lateral (
      select coalesce(account.owner_id, published.account_nearest_owner(account.parent_id)) as owner_id
    ) as nearest on true
    left join published.person as person on person.id = nearest.owner_id
    where account.id = any(${[...ids]}::uuid[])
    order by array_position(${[...ids]}::uuid[], account.id)`.execute(tx);
  return rows;
}
