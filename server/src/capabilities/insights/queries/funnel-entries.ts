import type { FunnelChoice, FunnelDimension } from "@tongzhou/contract/insights";
import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import type { Viewer } from "../../../platform/access/viewer.ts";
import { LEAD } from "../../leads/index.ts";
import type { InstantPeriod } from "../company-period.ts";
import { figuresAction } from "../insights.access.ts";

/** Steps as numbers, so that "further" is `>`: lead 1, mql 2, sql 3, opportunity 4, won 5; out 0. */
export const STEP_NUMBERS = { lead: 1, mql: 2, sql: 3, opportunity: 4, won: 5 } as const;

/** What a funnel counts, with its days as instants. */
export interface FunnelRequest extends Omit<FunnelChoice, "from" | "to"> {
  readonly period: InstantPeriod;
}

/** The step of a stage of the lead table; the rows of opportunities count by their end alone, from `opportunity` to `won`. */
const stepOf = (stage: string): RawBuilder<number> => sql<number>`case ${sql.ref(stage)}
  when 'raw' then 1
  when 'nurturing' then 1
  when 'qualifying' then 1
  when 'mql' then 2
  when 'assigned' then 2
  when 'sql' then 3
  when 'converted' then 4
  when 'disqualified' then 0
end`;

const LEAD_STAGES = sql`array['raw', 'nurturing', 'qualifying', 'mql', 'assigned', 'sql', 'converted', 'disqualified']`;

const DIMENSION: Readonly<Record<FunnelDimension, RawBuilder<unknown>>> = {
  none: sql`null::text`,
  campaign: sql`lead.campaign_id::text`,
  source: sql`lead.source`,
  team: sql`coalesce(owner.team_id, pool.team_id)::text`,
  productLine: sql`lead.product_line_id::text`,
};

/**
 * The common tables behind every figure of the funnel (R-CAMP-2), from the ledger alone:
 *
 *     chosen   the leads that something happened to in the period, within the choice and the viewer's figures
 *     moved    all their moves as steps
 *     placed   the same with their place among the entries into the step in the cycle, and when the lead was first where
 *     counted  the entries the reading counts, with the way in and the days since the step before
 *
 * The moves of a lead are sorted once and looked at through windows: joining first entries with each other made the planner
 * compare every lead with every other (10 s at 200,000 leads). A rollup of first entries, when one is needed, takes the place
 * of `moved` and `placed`; nothing below changes.
 */
export function funnelEntries(request: FunnelRequest, viewer: Viewer, by: FunnelDimension): RawBuilder<unknown> {
  const { from, to } = request.period;
  const within = (column: string): RawBuilder<SqlBool> =>
    sql<SqlBool>`${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${to}`;
  return sql`
    active as materialized (
      select distinct lead_id
      from published.lifecycle_event
      where lead_id is not null and to_stage = any(${LEAD_STAGES}) and ${within("occurred_at")}
      union
      select sold.lead_id
      from published.lifecycle_event as e
      join published.opportunity as sold on sold.id = e.opportunity_id
      where e.to_stage = 'won' and e.table_row = 'won' and ${within("e.occurred_at")} and sold.lead_id is not null
    ),
    chosen as materialized (
      select lead.id as lead_id, ${DIMENSION[by]} as key
      from active
      join published.lead as lead on lead.id = active.lead_id
      left join published.person as owner on owner.id = lead.owner_id
      left join published.pool as pool on pool.id = lead.pool_id
      where ${sql.join(filtersOf(request, viewer), sql` and `)}
    ),
    moved as (
      select
        chosen.lead_id,
        chosen.key,
        e.occurred_at as at,
        e.id,
        e.cycle,
        ${stepOf("e.from_stage")} as from_step,
        ${stepOf("e.to_stage")} as step
      from chosen
      join published.lifecycle_event as e on e.lead_id = chosen.lead_id
      where e.opportunity_id is null
      union all
      select chosen.lead_id, chosen.key, e.occurred_at, e.id, e.cycle, 4, 5
      from chosen
      join published.opportunity as sold on sold.lead_id = chosen.lead_id
      join published.lifecycle_event as e on e.opportunity_id = sold.id
      where e.table_row = 'won'
    ),
    placed as (
      select
        lead_id,
        key,
        cycle,
        coalesce(from_step, 0) as from_step,
        step,
        at,
        row_number() over (partition by lead_id, cycle, step order by at, id) as place,
        min(at) over of_lead as began_at,
        ${sql.join(Object.values(STEP_NUMBERS).map((step) => sql`${firstIn(step)} as ${sql.ref(`first_${step}`)}`))}
      from moved
      window of_lead as (partition by lead_id)
    ),
    counted as (
      select
        lead_id,
        key,
        cycle > 1 as later,
        step,
        at,
        began_at,
        case
          when step < from_step then 'cameBack'
          when step > from_step + 1 then 'enteredHere'
          when from_step = 0 then 'began'
          else 'advanced'
        end as way,
        case when cycle = 1 then
          extract(epoch from at - case from_step
            ${sql.join(
              Object.values(STEP_NUMBERS).map((step) => sql`when ${sql.lit(step)} then ${sql.ref(`first_${step}`)}`),
              sql` `,
            )}
          end) / 86400
        end as days
      from placed
      where place = 1 and step > 0 and ${within(request.reading === "cohort" ? "began_at" : "at")}
    )`;
}

/** When the lead was first in a step in its first cycle. */
const firstIn = (step: number): RawBuilder<unknown> =>
  sql`min(at) filter (where cycle = 1 and step = ${sql.lit(step)}) over of_lead`;

function filtersOf(request: FunnelRequest, viewer: Viewer): RawBuilder<SqlBool>[] {
  const { campaignId, source, teamId, productLineId } = request;
  const filters = [scopePredicate(viewer, LEAD, figuresAction(viewer, LEAD), "lead")];
  if (campaignId !== undefined) filters.push(isOrUnknown(sql`lead.campaign_id`, campaignId));
  if (source !== undefined) {
    filters.push(source === "unknown" ? sql<SqlBool>`lead.source is null` : sql<SqlBool>`lead.source = ${source}`);
  }
  if (productLineId !== undefined) filters.push(isOrUnknown(sql`lead.product_line_id`, productLineId));
  if (teamId !== undefined) {
    const team = sql`coalesce(owner.team_id, pool.team_id)`;
    const teams = teamId === "unknown" ? [] : viewer.snapshot.teamAndBelow(teamId);
    filters.push(teamId === "unknown" ? sql<SqlBool>`${team} is null` : sql<SqlBool>`${team} = any(${teams}::uuid[])`);
  }
  return filters;
}

const isOrUnknown = (column: RawBuilder<unknown>, id: string): RawBuilder<SqlBool> =>
  id === "unknown" ? sql<SqlBool>`${column} is null` : sql<SqlBool>`${column} = ${id}::uuid`;
