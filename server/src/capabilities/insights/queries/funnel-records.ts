import type { FunnelColumn } from "@tongzhou/contract/insights";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import type { Viewer } from "../../../platform/access/viewer.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import { behind } from "../../../platform/paging/keyset.ts";
import type { KeyValue } from "../../../platform/paging/keyset.ts";
import { LEAD } from "../../leads/index.ts";
import { cameBy, chosenLeads, laterEntries, STEP_COLUMNS } from "./funnel-entries.ts";
import type { FunnelRequest } from "./funnel-entries.ts";

export interface FoundFunnelRecord {
  readonly leadId: string;
  readonly contactName: string | null;
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

/** The leads of one cell, each once, with the entry that counts. */
function leadsBehind(request: FunnelRequest, viewer: Viewer, { step, column }: FunnelCell): RawBuilder<unknown> {
  if (column === "laterCycles") {
    return sql`
      select later.lead_id, min(later.at) as at
      from (${laterEntries(request, viewer, "none")}) as later
      where later.step = ${step}
      group by later.lead_id`;
  }
  const columns = STEP_COLUMNS.find((known) => known.step === step);
  if (columns === undefined) throw new RangeError(`no step ${step}`);
  const way = column === "leads" ? sql`` : sql`and ${cameBy(column, columns)}`;
  return sql`
    select chosen.lead_id, chosen.${columns.at} as at
    from (${chosenLeads(request, viewer, "none")}) as chosen
    where ${columns.at} is not null ${way}`;
}

/** A page of the leads behind a figure with the size of the whole, from one look at the funnel. */
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
    with behind_figure as (${leadsBehind(request, viewing.viewer, asked)}),
    opened as materialized (
      select lead.id, lead.contact_id, lead.stage, lead.owner_id, lead.campaign_id, behind_figure.at, (${mayOpen}) is true as readable
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
              'contactName', contact.name,
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
        join published.contact as contact on contact.id = page.contact_id
        left join published.person as owner on owner.id = page.owner_id
        left join published.campaign as campaign on campaign.id = page.campaign_id
      ) as records`.execute(viewing.tx);
  return rows[0] ?? { total: 0, readable: 0, records: [] };
}
