import { sql } from "kysely";
import type { KnownLead } from "@tongzhou/contract/capture";
import type { Viewing } from "../../../platform/access/acting.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import { LEAD } from "../../leads/index.ts";
import type { Context } from "../../../platform/ledger/context.ts";

/** Who has a lead. */
export interface LeadHolderRow {
  readonly ownerId: string | null;
  readonly poolId: string | null;
  readonly holderName: string | null;
}

export async function findHolder({ tx }: Context, leadId: string): Promise<LeadHolderRow | undefined> {
  const { rows } = await sql<LeadHolderRow>`
    select l.owner_id as "ownerId", l.pool_id as "poolId", p.name as "holderName"
    from published.lead as l
    left join published.person as p on p.id = l.owner_id
    where l.id = ${leadId}::uuid`.execute(tx);
  return rows[0];
}

/** The open leads of a contact that the viewer may read, the newest first. */
export async function findOpenLeadsOf({ tx, viewer }: Viewing, contactId: string): Promise<KnownLead[]> {
  const { rows } = await sql<KnownLead>`
    select
      lead.id,
      lead.stage,
      lead.pool_kind as pool,
      p.name as "ownerName",
      case when l.id is not null then jsonb_build_object('id', l.id, 'name', l.name) end as "productLine"
    from published.lead as lead
    left join published.person as p on p.id = lead.owner_id
    left join published.product_line as l on l.id = lead.product_line_id
    where lead.contact_id = ${contactId}::uuid
      and lead.stage not in ('converted', 'disqualified')
      and ${scopePredicate(viewer, LEAD, "read", "lead")}
    order by lead.captured_at desc, lead.id`.execute(tx);
  return rows;
}

/** What a new lead names that is not there. */
export async function findMissing(
  { tx }: Context,
  { campaignId, productLineId }: { readonly campaignId: string | null; readonly productLineId: string | null },
): Promise<"campaign_missing" | "product_line_missing" | null> {
  if (campaignId === null && productLineId === null) return null;
  const { rows } = await sql<{ campaign: boolean; line: boolean }>`
    select
      ${campaignId}::uuid is null or exists (select from published.campaign where id = ${campaignId}::uuid) as campaign,
      ${productLineId}::uuid is null or exists (
        select from published.product_line where id = ${productLineId}::uuid
      ) as line`.execute(tx);
  if (rows[0]?.campaign === false) return "campaign_missing";
  return rows[0]?.line === false ? "product_line_missing" : null;
}
