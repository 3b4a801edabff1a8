import { sql } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { funnelEntries } from "./funnel-entries.ts";
import type { FunnelRequest } from "./funnel-entries.ts";

/** Median days from the beginning of leads to their opportunity, by campaign; under `total` those of all. */
export async function findDaysToOpportunity(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  request: FunnelRequest,
): Promise<ReadonlyMap<string | null, number>> {
  const { rows } = await sql<{ total: boolean; key: string | null; days: number }>`
    with ${funnelEntries(request, viewer, "campaign")}
    select
      grouping(counted.key) = 1 as total,
      counted.key,
      percentile_cont(0.5) within group (order by extract(epoch from counted.at - began.began_at) / 86400) as days
    from counted
    join began on began.lead_id = counted.lead_id
    where counted.step = 4 and not counted.later
    group by grouping sets ((), (counted.key))`.execute(tx);
  return new Map(rows.filter(({ days }) => days !== null).map(({ total, key, days }) => [total ? "total" : key, days]));
}
