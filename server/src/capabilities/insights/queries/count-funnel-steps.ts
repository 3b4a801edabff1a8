import type { FunnelDimension } from "@tongzhou/contract/insights";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { cameBy, chosenLeads, laterEntries, STEP_COLUMNS, STEP_NUMBERS } from "./funnel-entries.ts";
import type { FunnelRequest, StepColumns } from "./funnel-entries.ts";

/** The figures of one step, of one group or of all. */
export interface StepCount {
  /** Whether this is the total over all groups. */
  readonly total: boolean;
  /** Null for the leads that have none. */
  readonly key: string | null;
  /** As `STEP_NUMBERS`. */
  readonly step: number;
  readonly leads: number;
  readonly advanced: number;
  readonly enteredHere: number;
  readonly cameBack: number;
  readonly laterCycles: number;
  readonly medianDays: number | null;
  /** Median days from the beginning of the lead to its opportunity; null at every other step. */
  readonly daysToOpportunity: number | null;
}

const DAY_SECONDS = 86_400;

/** Counts a funnel: one row a step for all leads, and one a step and group when it is split; none where nothing counts. */
export async function countFunnelSteps(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  request: FunnelRequest,
  by: FunnelDimension,
): Promise<StepCount[]> {
  const sets = by === "none" ? sql`grouping sets (())` : sql`grouping sets ((), (key))`;
  const grouped = by === "none" ? sql`true as total, null::text as key` : sql`grouping(key) = 1 as total, key`;
  const { rows } = await sql<StepCount>`
    with counted as (
      select ${grouped}, ${sql.join(STEP_COLUMNS.flatMap(figuresOfStep))}
      from (${chosenLeads(request, viewer, by)}) as chosen
      group by ${sets}
    ),
    again as (
      select ${grouped}, step, count(distinct lead_id) as later_cycles
      from (${laterEntries(request, viewer, by)}) as later
      group by ${by === "none" ? sql`grouping sets ((step))` : sql`grouping sets ((step), (key, step))`}
    ),
    figures as (
      select counted.total, counted.key, figure.*, 0::bigint as later_cycles
      from counted
      cross join lateral (
        values ${sql.join(STEP_COLUMNS.map(({ step }) => sql`(${sql.lit(step)}::smallint, ${sql.join(FIGURES.map((name) => columnOf(name, step)))})`))}
      ) as figure (step, ${sql.join(FIGURES.map((name) => sql.ref(name)))})
      union all
      select total, key, step, 0, 0, 0, 0, null, null, later_cycles
      from again
    )
    select
      total,
      key,
      step,
      sum(leads)::bigint as leads,
      sum(advanced)::bigint as advanced,
      sum(entered_here)::bigint as "enteredHere",
      sum(came_back)::bigint as "cameBack",
      sum(later_cycles)::bigint as "laterCycles",
      max(median_seconds) / ${DAY_SECONDS} as "medianDays",
      max(since_began_seconds) / ${DAY_SECONDS} as "daysToOpportunity"
    from figures
    group by total, key, step
    having sum(leads) + sum(later_cycles) > 0`.execute(tx);
  return rows;
}

const FIGURES = ["leads", "advanced", "entered_here", "came_back", "median_seconds", "since_began_seconds"] as const;

const columnOf = (figure: (typeof FIGURES)[number], step: number): RawBuilder<unknown> => sql.ref(`${figure}_${step}`);

/** The figures of one step over the rows of `chosenLeads`, in the order of `FIGURES`. */
function figuresOfStep(columns: StepColumns): RawBuilder<unknown>[] {
  const { step, at, from } = columns;
  const cameFrom = sql`case ${from} ${sql.join(
    Object.entries(STEP_NUMBERS).map(([name, number]) => sql`when ${sql.lit(number)} then ${sql.ref(`${name}_first`)}`),
    sql` `,
  )} end`;
  const seconds = (since: RawBuilder<unknown>): RawBuilder<unknown> => sql`date_part('epoch', ${at} - ${since})`;
  const median = (value: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`percentile_cont(0.5) within group (order by ${value})`;
  const figures = {
    leads: sql`count(${at})`,
    advanced: sql`count(${at}) filter (where ${cameBy("advanced", columns)})`,
    entered_here: sql`count(${at}) filter (where ${cameBy("enteredHere", columns)})`,
    came_back: sql`count(${at}) filter (where ${cameBy("cameBack", columns)})`,
    median_seconds: sql`${median(seconds(cameFrom))} filter (where not ${cameBy("cameBack", columns)})`,
    since_began_seconds:
      step === STEP_NUMBERS.opportunity ? median(seconds(sql`began_at`)) : sql`null::double precision`,
  };
  return FIGURES.map((name) => sql`${figures[name]} as ${columnOf(name, step)}`);
}
