import { ATTRIBUTION_MODELS, FUNNEL_READINGS } from "@tongzhou/contract/attribution-model";
import { FUNNEL_COLUMNS, FUNNEL_DIMENSIONS } from "@tongzhou/contract/insights";
import { FUNNEL_STEPS } from "@tongzhou/contract/lead-stages";
import { z } from "zod";
import { useFormat } from "../../platform/format/useFormat.ts";
import { useUrlState } from "../../platform/routing/useUrlState.ts";
import { periodNamed, PERIODS, type Period } from "./period.ts";

const Day = z.iso.date().optional().catch(undefined);
const text = z.coerce.string().optional();

/** Everything the page shows, in its address. */
export const InsightsUrl = z.object({
  period: z.enum(PERIODS).default("90d").catch("90d"),
  from: Day,
  to: Day,
  reading: z.enum(FUNNEL_READINGS).default("cohort").catch("cohort"),
  model: z.enum(ATTRIBUTION_MODELS).default("w_shaped").catch("w_shaped"),
  by: z.enum(FUNNEL_DIMENSIONS).default("none").catch("none"),
  campaign: text,
  source: text,
  team: text,
  line: text,
  /** The figure whose records are open. */
  step: z.enum(FUNNEL_STEPS).optional().catch(undefined),
  column: z.enum(FUNNEL_COLUMNS).default("leads").catch("leads"),
  /** The campaign whose credited deals are open; `every` for all of them. */
  credits: text,
});
export type InsightsUrl = z.output<typeof InsightsUrl>;

export interface InsightsState {
  url: InsightsUrl;
  period: Period;
  change: (next: Partial<z.input<typeof InsightsUrl>>) => void;
  /** What the funnel is asked for. */
  choice: {
    reading: InsightsUrl["reading"];
    campaignId?: string;
    source?: string;
    teamId?: string;
    productLineId?: string;
  };
}

/** What is asked of the funnel and of the returns, as the address says it. */
export function useInsightsState(): InsightsState {
  const format = useFormat();
  const [url, change] = useUrlState(InsightsUrl);
  const { reading, campaign, source, team, line, from, to } = url;
  const isOwn = from !== undefined && to !== undefined && from <= to;
  return {
    url,
    period: isOwn ? { from, to } : periodNamed(url.period, format.isoDay(format.now)),
    change,
    choice: {
      reading,
      ...(campaign === undefined ? {} : { campaignId: campaign }),
      ...(source === undefined ? {} : { source }),
      ...(team === undefined ? {} : { teamId: team }),
      ...(line === undefined ? {} : { productLineId: line }),
    },
  };
}
