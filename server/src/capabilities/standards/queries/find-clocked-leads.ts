import { sql } from "kysely";
import type { GradeCell } from "@tongzhou/contract/lead-standard";
import type { ReadContext } from "../../../platform/ledger/context.ts";

/** An assigned lead whose clock runs. */
export interface ClockedLead {
  readonly leadId: string;
  readonly productLineId: string | null;
  readonly cell: GradeCell | null;
  readonly startedAt: Date;
}

/** Those of these leads that wait for their owner's answer. */
export async function findClockedLeads(
  { tx }: Pick<ReadContext, "tx">,
  leadIds: readonly string[],
): Promise<ClockedLead[]> {
  const { rows } = await sql<ClockedLead>`
    select l.id as "leadId", l.product_line_id as "productLineId", s.cell, asked.assigned_at as "startedAt"
    from published.lead as l
    left join lead_score as s on s.lead_id = l.id
    cross join lateral (
      select a.assigned_at
      from published.assignment as a
      where a.lead_id = l.id and a.ended_at is null
      order by a.assigned_at desc, a.id desc
      limit 1
    ) as asked
    where l.id = any(${leadIds}::uuid[]) and l.stage = 'assigned'`.execute(tx);
  return rows;
}
