import { sql } from "kysely";
import type { ReadContext } from "../../../platform/ledger/context.ts";
import type { FunnelRequest } from "./funnel-entries.ts";

/** Browsers that visited in the period, each once; null while no visit was ever collected. */
export async function countVisitors(
  { tx }: Pick<ReadContext, "tx">,
  { period, campaignId, productLineId }: Pick<FunnelRequest, "period" | "campaignId" | "productLineId">,
): Promise<number | null> {
  const { rows: ever } = await sql`select from published.touch where kind = 'visit' limit 1`.execute(tx);
  if (ever.length === 0) return null;
  const filter = (column: string, id: string | undefined) =>
    id === undefined
      ? sql`true`
      : id === "unknown"
        ? sql`${sql.ref(column)} is null`
        : sql`${sql.ref(column)} = ${id}::uuid`;
  const { rows } = await sql<{ visitors: number }>`
    select count(*) as visitors
    from (
      select distinct identifier_id
      from published.touch
      where kind = 'visit'
        and at >= ${period.from}
        and at < ${period.to}
        and ${filter("campaign_id", campaignId)}
        and ${filter("product_line_id", productLineId)}
    ) as seen`.execute(tx);
  return rows[0]?.visitors ?? 0;
}
