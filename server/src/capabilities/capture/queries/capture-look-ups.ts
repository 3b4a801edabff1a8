import { sql } from "kysely";
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
