import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import { OPPORTUNITY } from "../../opportunities/index.ts";
import type { InstantPeriod } from "../company-period.ts";
import { DEFAULT_WINDOW_DAYS } from "../domain/attribution.ts";
import type { WonDeal } from "../domain/attribution.ts";
import { figuresAction } from "../insights.access.ts";

export interface FoundDeal extends WonDeal {
  readonly id: string;
}

interface DealRow {
  readonly id: string;
  readonly amount: number;
  readonly openedAt: number;
  readonly wonAt: number;
  readonly leadCreatedAt: number | null;
  readonly touches: { touchId: string; campaignId: string; at: number }[] | null;
}

/** Instants as whole milliseconds, as decisions take them. */
const milliseconds = (column: string): RawBuilder<number> =>
  sql<number>`round(extract(epoch from ${sql.ref(column)}) * 1000)::bigint`;

const wonWithin = ({ from, to }: InstantPeriod): RawBuilder<SqlBool> => sql<SqlBool>`
  opportunity.outcome = 'won' and opportunity.closed_at >= ${from} and opportunity.closed_at < ${to}`;

/**
 * The deals won in a period in one currency, within the viewer's figures, with the touches that may be credited: with a
 * campaign, of identifiers that the contacts on the opportunity hold or held, within the window (R-CAMP-3).
 */
export async function findWonDeals(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  period: InstantPeriod,
  currency: string,
): Promise<FoundDeal[]> {
  const { rows } = await sql<DealRow>`
    with won as materialized (
      select opportunity.id, opportunity.lead_id, opportunity.amount, opportunity.opened_at, opportunity.closed_at
      from published.opportunity as opportunity
      where ${wonWithin(period)}
        and opportunity.currency = ${currency}
        and ${scopePredicate(viewer, OPPORTUNITY, figuresAction(viewer, OPPORTUNITY), "opportunity")}
    )
    select
      won.id,
      won.amount,
      ${milliseconds("won.opened_at")} as "openedAt",
      ${milliseconds("won.closed_at")} as "wonAt",
      ${milliseconds("origin.captured_at")} as "leadCreatedAt",
      credited.touches
    from won
    left join published.lead as origin on origin.id = won.lead_id
    left join lateral (
      select jsonb_agg(
        jsonb_build_object('touchId', touch.id, 'campaignId', touch.campaign_id, 'at', ${milliseconds("touch.at")})
      ) as touches
      from published.opportunity_contact as takes_part
      join published.identifier as identifier on identifier.contact_id = takes_part.contact_id
      join published.touch as touch on touch.identifier_id = identifier.id
      where takes_part.opportunity_id = won.id
        and touch.campaign_id is not null
        and touch.at < won.closed_at
        and touch.at >= won.opened_at - make_interval(days => ${DEFAULT_WINDOW_DAYS})
    ) as credited on true
    order by won.id`.execute(tx);
  return rows.map(({ touches, ...deal }) => ({ ...deal, touches: touches ?? [] }));
}

export interface DealFacts {
  readonly id: string;
  readonly name: string;
  readonly ownerName: string;
  readonly wonAt: Date;
  readonly amount: number;
}

/** Those of these deals that the viewer may open. */
export async function findOpenableDeals(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DealFacts>> {
  const { rows } = await sql<DealFacts>`
    select
      opportunity.id,
      opportunity.name,
      owner.name as "ownerName",
      opportunity.closed_at as "wonAt",
      opportunity.amount
    from published.opportunity as opportunity
    join published.person as owner on owner.id = opportunity.owner_id
    where opportunity.id = any(${[...ids]}::uuid[])
      and ${scopePredicate(viewer, OPPORTUNITY, "read", "opportunity")}`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** What is won in a period in one currency, of these owners' teams; null is everybody's. */
export async function sumWon(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  period: InstantPeriod,
  currency: string,
  teamIds: readonly string[] | null,
): Promise<{ amounts: number[] }> {
  const { rows } = await sql<{ amount: number }>`
    select opportunity.amount
    from published.opportunity as opportunity
    join published.person as owner on owner.id = opportunity.owner_id
    where ${wonWithin(period)}
      and opportunity.currency = ${currency}
      and ${teamIds === null ? sql`true` : sql`owner.team_id = any(${[...teamIds]}::uuid[])`}
      and ${scopePredicate(viewer, OPPORTUNITY, figuresAction(viewer, OPPORTUNITY), "opportunity")}`.execute(tx);
  return { amounts: rows.map(({ amount }) => amount) };
}
