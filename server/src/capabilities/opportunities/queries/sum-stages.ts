import { sql } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { chooseRows } from "../../../platform/lists/choose-rows.ts";
import type { Calendar, Choice } from "../../../platform/lists/choose-rows.ts";
import { opportunityList } from "./opportunity-list.ts";

export interface StageSum {
  readonly stageId: string;
  readonly currency: string;
  readonly count: number;
  readonly amount: number;
  /** Half a fen and more is rounded up, each opportunity by itself, so that columns add up to their rows. */
  readonly weighted: number;
}

/** Running opportunities of a type by stage and currency, under the viewer's rights and filter. */
export async function sumStages(
  viewing: Viewing,
  typeId: string,
  choice: Choice,
  calendar: Calendar,
): Promise<StageSum[]> {
  const { rows } = await sql<StageSum>`
    select
      o.stage_id as "stageId",
      o.currency,
      count(*) as count,
      coalesce(sum(o.amount), 0)::bigint as amount,
      coalesce(sum(round(o.amount * stage.probability / 100.0)), 0)::bigint as weighted
    from opportunity as o
    join opportunity_stage as stage on stage.id = o.stage_id
    where o.type_id = ${typeId}::uuid and o.outcome is null and ${chooseRows(opportunityList, choice, viewing, calendar)}
    group by o.stage_id, o.currency
    order by o.currency`.execute(viewing.tx);
  return rows;
}
