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
  /** With all its milliseconds, as a cursor needs it. */
  readonly at: string;
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

/** The leads of one cell, each once. */
const cell = (request: FunnelRequest, { viewer }: Pick<Viewing, "viewer">, { step, column }: FunnelCell) => sql`
  with ${funnelEntries(request, viewer, "none")},
  behind_figure as (
    select counted.lead_id, min(counted.at) as at
    from counted
    where counted.step = ${step} and ${IN_COLUMN[column]}
    group by counted.lead_id
  )`;

/** A page of the leads behind a figure with the size of the whole, from one look at the ledger. */
export interface FunnelPage {
  readonly total: number;
  /** How many of them the viewer may open. */
  readonly readable: number;
  readonly records: FoundFunnelRecord[];
}

/** The leads behind a figure that the viewer may open, the newest entry first. */
export async function findFunnelRecords(
  viewing: Pick<Viewing, "tx" | "viewer">,
  request: FunnelRequest,
  asked: FunnelCell,
  page: { readonly after: readonly KeyValue[] | null; readonly limit: number },
): Promise<FunnelPage> {
  const mayOpen = scopePredicate(viewing.viewer, LEAD, "read", "lead");
  const { rows } = await sql<FunnelPage>`
    ${cell(request, viewing, asked)},
    opened as materialized (
      select lead.id, lead.stage, lead.owner_id, lead.campaign_id, behind_figure.at, (${mayOpen}) is true as readable
      from behind_figure
      join published.lead as lead on lead.id = behind_figure.lead_id
    ),
    page as (
      select *
      from opened
      where readable and ${page.after === null ? sql`true` : behind([sql`at`, sql`id`], page.after, "desc")}
      order by at desc, id desc
      limit ${page.limit + 1}
    )
    select
      (select count(*) from opened) as total,
      (select count(*) from opened where readable) as readable,
      (
        select coalesce(
          jsonb_agg(
            jsonb_build_object(
              'leadId', page.id,
              'opportunityId', (
                select sold.id
                from published.opportunity as sold
                where sold.lead_id = page.id
                order by (sold.outcome is distinct from 'lost') desc, sold.opened_at desc, sold.id desc
                limit 1
              ),
              'at', page.at,
              'stage', page.stage,
              'ownerId', page.owner_id,
              'ownerName', owner.name,
              'campaignName', campaign.name
            )
            order by page.at desc, page.id desc
          ),
          '[]'
        )
        from page
        left join published.person as owner on owner.id = page.owner_id
        left join published.campaign as campaign on campaign.id = page.campaign_id
      ) as records`.execute(viewing.tx);
  return rows[0] ?? { total: 0, readable: 0, records: [] };
}
