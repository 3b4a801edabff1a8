import type { FunnelDimension } from "@tongzhou/contract/insights";
import { sql } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { funnelEntries } from "./funnel-entries.ts";
import type { FunnelRequest } from "./funnel-entries.ts";

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
  /** Median days from the beginning of the lead, over all that count here. */
  readonly daysSinceBegan: number | null;
}

/** Counts a funnel: one row a step for all leads, and one a step and group when it is split. */
export async function countFunnelSteps(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  request: FunnelRequest,
  by: FunnelDimension,
): Promise<StepCount[]> {
  const { rows } = await sql<StepCount>`
    with ${funnelEntries(request, viewer, by)}
    select
      ${by === "none" ? sql`true as total, null::text as key` : sql`grouping(key) = 1 as total, key`},
      step,
      count(*) filter (where not later) as leads,
      count(*) filter (where not later and way = 'advanced') as advanced,
      count(*) filter (where not later and way = 'enteredHere') as "enteredHere",
      count(*) filter (where not later and way = 'cameBack') as "cameBack",
      count(distinct lead_id) filter (where later) as "laterCycles",
      percentile_cont(0.5) within group (order by days) filter (where not later and way <> 'cameBack') as "medianDays",
      percentile_cont(0.5) within group (order by extract(epoch from at - began_at) / 86400) filter (where not later)
        as "daysSinceBegan"
    from counted
    group by ${by === "none" ? sql`grouping sets ((step))` : sql`grouping sets ((step), (key, step))`}`.execute(tx);
  return rows;
}
