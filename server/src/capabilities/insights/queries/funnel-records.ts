import type { FunnelColumn } from "@tongzhou/contract/insights";
import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import { behind } from "../../../platform/paging/keyset.ts";
import type { KeyValue } from "../../../platform/paging/keyset.ts";
import { LEAD } from "../../leads/index.ts";
import { funnelEntries } from "./funnel-entries.ts";
import type { FunnelRequest } from "./funnel-entries.ts";

export interface FoundFunnelRecord {
  readonly leadId: string;
  readonly opportunityId: string | null;
  readonly at: Date;
  readonly sortKey: string;
  readonly stage: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly campaignName: string | null;
}

export interface FunnelCell {
  readonly step: number;
  readonly column: FunnelColumn;
}

const IN_COLUMN: Readonly<Record<FunnelColumn, RawBuilder<SqlBool>>> = {
  leads: sql`not later`,
  advanced: sql`not later and way = 'advanced'`,
  enteredHere: sql`not later and way = 'enteredHere'`,
  cameBack: sql`not later and way = 'cameBack'`,
  laterCycles: sql`later`,
};

/** The leads of one cell, each once, with how many there are and how many of them the viewer may open. */
const cell = (request: FunnelRequest, { viewer }: Pick<Viewing, "viewer">, { step, column }: FunnelCell) => sql`
  with ${funnelEntries(request, viewer, "none")},
  behind_figure as (
    select counted.lead_id, min(counted.at) as at
    from counted
    where counted.step = ${step} and ${IN_COLUMN[column]}
    group by counted.lead_id
  )`;

/** How many leads are behind a figure, and how many of them the viewer may open. */
export async function countFunnelCell(
  viewing: Pick<Viewing, "tx" | "viewer">,
  request: FunnelRequest,
  asked: FunnelCell,
): Promise<{ total: number; readable: number }> {
  const { rows } = await sql<{ total: number; readable: number }>`
    ${cell(request, viewing, asked)}
    select
      count(*) as total,
      count(*) filter (where ${scopePredicate(viewing.viewer, LEAD, "read", "lead")}) as readable
    from behind_figure
    join published.lead as lead on lead.id = behind_figure.lead_id`.execute(viewing.tx);
  return rows[0] ?? { total: 0, readable: 0 };
}

/** A page of the leads behind a figure that the viewer may open, the newest entry first. */
export async function findFunnelRecords(
  viewing: Pick<Viewing, "tx" | "viewer">,
  request: FunnelRequest,
  asked: FunnelCell,
  page: { readonly after: readonly KeyValue[] | null; readonly limit: number },
): Promise<FoundFunnelRecord[]> {
  const { viewer, tx } = viewing;
  const sorted = [sql`behind_figure.at`, sql`lead.id`];
  const { rows } = await sql<FoundFunnelRecord>`
    ${cell(request, viewing, asked)}
    select
      lead.id as "leadId",
      (
        select sold.id
        from published.opportunity as sold
        where sold.lead_id = lead.id
        order by (sold.outcome is distinct from 'lost') desc, sold.opened_at desc, sold.id desc
        limit 1
      ) as "opportunityId",
      behind_figure.at,
      behind_figure.at::text as "sortKey",
      lead.stage,
      lead.owner_id as "ownerId",
      owner.name as "ownerName",
      campaign.name as "campaignName"
    from behind_figure
    join published.lead as lead on lead.id = behind_figure.lead_id
    left join published.person as owner on owner.id = lead.owner_id
    left join published.campaign as campaign on campaign.id = lead.campaign_id
    where ${scopePredicate(viewer, LEAD, "read", "lead")}
      and ${page.after === null ? sql`true` : behind(sorted, page.after, "desc")}
    order by behind_figure.at desc, lead.id desc
    limit ${page.limit + 1}`.execute(tx);
  return rows;
}
