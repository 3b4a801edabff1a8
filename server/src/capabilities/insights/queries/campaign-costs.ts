import type { CampaignStatus, CampaignType } from "@tongzhou/contract/campaigns";
import { sql } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import type { ReadContext } from "../../../platform/ledger/context.ts";
import { CAMPAIGN } from "../../campaigns/index.ts";
import { OPPORTUNITY } from "../../opportunities/index.ts";
import type { InstantPeriod } from "../company-period.ts";
import { figuresAction } from "../insights.access.ts";

/** What campaigns cost between two days, both included, in one currency. */
export async function sumCosts(
  { tx }: Pick<ReadContext, "tx">,
  { from, to }: { readonly from: string; readonly to: string },
  currency: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ campaignId: string; amount: number }>`
    select campaign_id as "campaignId", sum(amount)::bigint as amount
    from published.campaign_cost
    where occurred_on between ${from}::date and ${to}::date and currency = ${currency}
    group by campaign_id`.execute(tx);
  return new Map(rows.map(({ campaignId, amount }) => [campaignId, amount]));
}

/** How many costs, and won deals within the viewer's figures, are of the period in other currencies, and so in no sum. */
export async function countOtherCurrencies(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  days: { readonly from: string; readonly to: string },
  period: InstantPeriod,
  currency: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select
      (
        select count(*)
        from published.campaign_cost
        where occurred_on between ${days.from}::date and ${days.to}::date and currency <> ${currency}
      ) + (
        select count(*)
        from published.opportunity as opportunity
        where opportunity.outcome = 'won'
          and opportunity.closed_at >= ${period.from}
          and opportunity.closed_at < ${period.to}
          and opportunity.currency <> ${currency}
          and ${scopePredicate(viewer, OPPORTUNITY, figuresAction(viewer, OPPORTUNITY), "opportunity")}
      ) as count`.execute(tx);
  return rows[0]?.count ?? 0;
}

export interface CampaignName {
  readonly id: string;
  readonly name: string;
  readonly type: CampaignType;
  readonly status: CampaignStatus;
}

/** The campaigns that the viewer may read. */
export async function findCampaignNames({ tx, viewer }: Pick<Viewing, "tx" | "viewer">): Promise<CampaignName[]> {
  const { rows } = await sql<CampaignName>`
    select campaign.id, campaign.name, campaign.type, campaign.status
    from published.campaign as campaign
    where ${scopePredicate(viewer, CAMPAIGN, "read", "campaign")}
    order by campaign.starts_on desc nulls first, campaign.id desc`.execute(tx);
  return rows;
}
