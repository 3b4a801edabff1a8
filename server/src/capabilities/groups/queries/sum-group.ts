import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import { ACCOUNT } from "../../accounts/index.ts";
import { CONTACT } from "../../contacts/index.ts";
import { LEAD } from "../../leads/index.ts";
import { OPPORTUNITY } from "../../opportunities/index.ts";
import type { FoundDeals } from "./group-rows.ts";
import { lastAt } from "./last-at.ts";

type Counted = { readonly count: number; readonly outside: number };

export interface GroupSum {
  readonly companies: Counted;
  readonly contacts: Counted;
  readonly leads: Counted;
  readonly running: Counted & FoundDeals;
  readonly won: Counted & FoundDeals;
  readonly lastAt: Date | null;
}

/**
 * What a company, or it with all below it, adds up to. Each record is looked at once, whatever number of ways leads to it, and
 * counts for the viewer or, where they may not read it, as outside their rights.
 */
export async function sumGroup(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  id: string,
  scope: "one" | "whole",
): Promise<GroupSum | undefined> {
  const deals = (test: RawBuilder<SqlBool>) => sql`(
    select jsonb_build_object(
      'count', coalesce(sum(one.count), 0),
      'outside', coalesce(sum(one.outside), 0),
      'amounts', coalesce(
        jsonb_agg(jsonb_build_object('currency', one.currency, 'amount', one.amount) order by one.currency)
          filter (where one.amount <> 0), '[]'))
    from (
      select deal.currency, count(*) filter (where deal.seen) as count, count(*) filter (where not deal.seen) as outside,
        coalesce(sum(deal.amount) filter (where deal.seen), 0) as amount
      from (
        select opportunity.currency, opportunity.amount,
          (${scopePredicate(viewer, OPPORTUNITY, "read", "opportunity")}) is true as seen
        from published.opportunity as opportunity
        where opportunity.account_id = any(array(select in_group.id from in_group)) and ${test}
      ) as deal
      group by deal.currency
    ) as one
  )`;
  const { rows } = await sql<GroupSum>`
    with in_group as materialized (
      select account.id, (${scopePredicate(viewer, ACCOUNT, "read", "account")}) is true as seen
      from ${scope === "whole" ? sql`published.account_below(array[${id}::uuid])` : sql`(select ${id}::uuid as id)`} as below
      join published.account as account on account.id = below.id
      where account.merged_into_id is null or account.id = ${id}::uuid
    )
    select
      ${counted(sql`in_group`, sql`in_group.seen`)} as companies,
      ${counted(
        sql`(
          select (${scopePredicate(viewer, CONTACT, "read", "contact")}) is true as seen
          from published.contact as contact
          where contact.merged_into_id is null and contact.id in (
            select belongs.contact_id
            from published.membership as belongs
            where belongs.account_id = any(array(select in_group.id from in_group)) and belongs.until is null
          )
        ) as person`,
        sql`person.seen`,
      )} as contacts,
      ${counted(
        sql`(
          select (${scopePredicate(viewer, LEAD, "read", "lead")}) is true as seen
          from published.lead as lead
          where lead.account_id = any(array(select in_group.id from in_group))
            and lead.stage not in ('converted', 'disqualified')
        ) as open`,
        sql`open.seen`,
      )} as leads,
      ${deals(sql`opportunity.outcome is null`)} as running,
      ${deals(sql`opportunity.outcome = 'won'`)} as won,
      ${lastAt(sql`array(select in_group.id from in_group where in_group.seen)`)} as "lastAt"
    where exists (select from in_group where in_group.id = ${id}::uuid and in_group.seen)`.execute(tx);
  return rows[0];
}

const counted = (rows: RawBuilder<unknown>, seen: RawBuilder<unknown>) => sql`(
  select jsonb_build_object('count', count(*) filter (where ${seen}), 'outside', count(*) filter (where not ${seen})) from ${rows}
)`;
