import type {
  CellDestination,
  EngagementGrade,
  FitGrade,
  GradeCell,
  LeadStandard,
} from "@tongzhou/contract/lead-standard";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";
import type { CompiledStandard } from "./compile-standard.ts";
import { fitPoints, gradeExpressions, halvings, ruleRows } from "./score-expressions.ts";
import { storedTouches } from "./touch-sources.ts";
import type { TouchSource } from "./touch-sources.ts";

/** A lead's score at one moment; engagement in tenths of a point. */
export interface LeadScoreRow {
  readonly leadId: string;
  readonly fit: number;
  readonly engagement: number;
  readonly fitGrade: FitGrade;
  readonly engagementGrade: EngagementGrade;
  readonly cell: GradeCell;
  readonly destination: CellDestination;
  readonly nextChangeAt: Date | null;
}

export interface Scoring {
  readonly standard: LeadStandard;
  readonly compiled: CompiledStandard;
  readonly leadIds: readonly string[];
  readonly at: Date;
  readonly touches?: TouchSource;
  /** A relation like `published.lead` of leads that are not written yet. */
  readonly leads?: RawBuilder<unknown>;
}

/** Scores leads without keeping the result. */
export async function scoreLeads({ tx }: Pick<ReadContext, "tx">, scoring: Scoring): Promise<LeadScoreRow[]> {
  const { rows } = await sql<LeadScoreRow>`${scored(scoring)} select ${COLUMNS} from scored`.execute(tx);
  return rows;
}

/** Scores leads and keeps the result as their current score, in one statement for any number of leads. */
export async function saveScores(
  { tx, operationId }: Context,
  standardId: string,
  scoring: Scoring,
): Promise<LeadScoreRow[]> {
  const { rows } = await sql<LeadScoreRow>`
    ${scored(scoring)},
    saved as (
      insert into lead_score (lead_id, standard_id, fit, engagement, fit_grade, engagement_grade, cell, destination, next_change_at, scored_at, scored_by)
      select
        lead_id, ${standardId}::uuid, fit, engagement, fit_grade, engagement_grade, cell, destination, next_change_at,
        ${scoring.at.toISOString()}::timestamptz, ${operationId}::uuid
      from scored
      order by lead_id
      on conflict (lead_id) do update set
        standard_id = excluded.standard_id,
        fit = excluded.fit,
        engagement = excluded.engagement,
        fit_grade = excluded.fit_grade,
        engagement_grade = excluded.engagement_grade,
        cell = excluded.cell,
        destination = excluded.destination,
        next_change_at = excluded.next_change_at,
        scored_at = excluded.scored_at,
        scored_by = excluded.scored_by
    )
    select ${COLUMNS} from scored`.execute(tx);
  return rows;
}

const COLUMNS = sql`
  lead_id as "leadId",
  fit,
  engagement,
  fit_grade as "fitGrade",
  engagement_grade as "engagementGrade",
  cell,
  destination,
  next_change_at as "nextChangeAt"`;

/**
 * The relation `scored`: R-SCORE-2 as the comment of the pure `engagementScore` gives it. A touch of the future counts
 * nothing until it happens; that moment is a change to come.
 */
function scored({ standard, compiled, leadIds, at, touches = storedTouches, leads }: Scoring): RawBuilder<unknown> {
  const { fitRules, engagementRules, matrix } = standard;
  const moment = sql`${at.toISOString()}::timestamptz`;
  const grades = gradeExpressions(standard);
  return sql`
    with asked as materialized (
      select lead.id, lead.contact_id, lead.product_line_id, ${fitPoints(fitRules, compiled.fits)} as fit
      from ${leads ?? sql`published.lead`} as lead
      join published.contact as contact on contact.id = lead.contact_id
      left join published.account as account on account.id = lead.account_id
      where ${leads ? sql`true` : sql`lead.id = any(${leadIds}::uuid[])`}
    ),
    met as (
      select
        asked.id as lead_id,
        touch.at,
        rule.number,
        rule.points,
        rule.half_life,
        rule.cap,
        touch.at > ${moment} as is_ahead,
        ${halvings(at)} as halvings
      from ${touches}
      cross join lateral ${ruleRows(engagementRules, compiled.meets)} as rule (number, is_met, points, half_life, cap)
      where rule.is_met
    ),
    worths as (
      select
        *,
        case when is_ahead then 0 when points >= 0 then points >> halvings else -((-points) >> halvings) end as worth
      from met
    ),
    lines as (
      select
        lead_id,
        greatest(-cap, least(cap, sum(worth))) as tenths,
        min(
          case
            when is_ahead then at
            when worth <> 0 and half_life is not null
              then at + make_interval(secs => ((halvings + 1) * half_life) / 1000.0)
          end
        ) as next_change_at
      from worths
      group by lead_id, number, cap
    ),
    engaged as (
      select lead_id, sum(tenths)::int as engagement, min(next_change_at) as next_change_at
      from lines
      group by lead_id
    ),
    summed as (
      select asked.id as lead_id, asked.fit, coalesce(engaged.engagement, 0) as engagement, engaged.next_change_at
      from asked
      left join engaged on engaged.lead_id = asked.id
    ),
    graded as (
      select *, ${grades.fit} as fit_grade, ${grades.engagement} as engagement_grade
      from summed
    ),
    scored as (
      select *, fit_grade || engagement_grade as cell, ${JSON.stringify(matrix)}::jsonb ->> (fit_grade || engagement_grade) as destination
      from graded
    )`;
}
