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

/** The columns of a step in `funnel_lead`: when the lead was first there, and from which step it came. */
export interface StepColumns {
  readonly step: number;
  readonly at: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
}

export const STEP_COLUMNS: readonly StepColumns[] = Object.entries(STEP_NUMBERS).map(([name, step]) => ({
  step,
  at: sql.ref(`${name}_at`),
  from: sql.ref(`${name}_from`),
}));

/** What a funnel counts, with its days as instants. */
export interface FunnelRequest extends Omit<FunnelChoice, "from" | "to"> {
  readonly period: InstantPeriod;
}

const DIMENSION: Readonly<Record<FunnelDimension, RawBuilder<unknown>>> = {
  none: sql`null::text`,
  campaign: sql`lead.campaign_id::text`,
  source: sql`lead.source`,
  team: sql`coalesce(owner.team_id, pool.team_id)::text`,
  productLine: sql`lead.product_line_id::text`,
};

/** By which figure an entry counts beside its step. */
export type WayIn = "advanced" | "enteredHere" | "cameBack";

const STEP_OF_WAY: Readonly<Record<WayIn, (columns: StepColumns) => RawBuilder<SqlBool>>> = {
  cameBack: ({ from, step }) => sql<SqlBool>`${from} > ${sql.lit(step)}`,
  enteredHere: ({ from, step }) => sql<SqlBool>`${from} < ${sql.lit(step - 1)}`,
  // From nothing into the first step a lead begins; it has not advanced.
  advanced: ({ from, step }) => sql<SqlBool>`${from} between ${sql.lit(Math.max(1, step - 1))} and ${sql.lit(step)}`,
};

/** Whether a lead entered the step this way. A row from a step into itself is no move back and no jump: it advanced. */
export const cameBy = (way: WayIn, columns: StepColumns): RawBuilder<SqlBool> => STEP_OF_WAY[way](columns);

/**
 * The leads that a figure can be made of, with the split they count in: within the choice and the viewer's figures, and with
 * something in the period. *Cohort*: begun in it, every entry counts. *Flow*: only entries in it count, and an entry outside
 * is null here, so that both readings are counted alike below; `lead_first` … keep the instants that days are measured from.
 */
export function chosenLeads(request: FunnelRequest, viewer: Viewer, by: FunnelDimension): RawBuilder<unknown> {
  const isFlow = request.reading === "flow";
  const counted = STEP_COLUMNS.map(({ at }) =>
    isFlow ? sql`case when ${within(at, request.period)} then lead.${at} end as ${at}` : sql`lead.${at}`,
  );
  const measured = Object.keys(STEP_NUMBERS).map(
    (name) => sql`lead.${sql.ref(`${name}_at`)} as ${sql.ref(`${name}_first`)}`,
  );
  const inPeriod = isFlow
    ? sql`(${sql.join(
        STEP_COLUMNS.map(({ at }) => within(at, request.period)),
        sql` or `,
      )})`
    : within(sql.ref("began_at"), request.period);
  return sql`
    select
      lead.lead_id,
      ${DIMENSION[by]} as key,
      lead.began_at,
      ${sql.join([...counted, ...measured, ...STEP_COLUMNS.map(({ from }) => sql`lead.${from}`)])}
    from funnel_lead as lead
    ${holders(request, by)}
    where ${inPeriod} and ${choice(request, viewer)}`;
}

/** The entries of later cycles that count, of the same leads: those of leads begun in the period, or those in it. */
export function laterEntries(request: FunnelRequest, viewer: Viewer, by: FunnelDimension): RawBuilder<unknown> {
  const counted = request.reading === "flow" ? sql`entry.at` : sql`lead.began_at`;
  return sql`
    select entry.lead_id, ${DIMENSION[by]} as key, entry.step, entry.at
    from funnel_later_entry as entry
    join funnel_lead as lead on lead.lead_id = entry.lead_id
    ${holders(request, by)}
    where ${counted} >= ${request.period.from} and ${counted} < ${request.period.to} and ${choice(request, viewer)}`;
}

const within = (at: RawBuilder<unknown>, { from, to }: InstantPeriod): RawBuilder<SqlBool> =>
  sql<SqlBool>`lead.${at} >= ${from} and lead.${at} < ${to}`;

/** The owner and pool, where the choice or the split asks for a team. */
function holders(request: FunnelRequest, by: FunnelDimension): RawBuilder<unknown> {
  if (by !== "team" && request.teamId === undefined) return sql``;
  return sql`
    left join published.person as owner on owner.id = lead.owner_id
    left join published.pool as pool on pool.id = lead.pool_id`;
}

function choice(request: FunnelRequest, viewer: Viewer): RawBuilder<SqlBool> {
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
  return sql<SqlBool>`${sql.join(filters, sql` and `)}`;
}

const isOrUnknown = (column: RawBuilder<unknown>, id: string): RawBuilder<SqlBool> =>
  id === "unknown" ? sql<SqlBool>`${column} is null` : sql<SqlBool>`${column} = ${id}::uuid`;
