import { z } from "zod";

/** How the revenue of a deal is credited over its touches (R-CAMP-3). */
export const ATTRIBUTION_MODELS = ["first", "last", "linear", "position", "w_shaped", "time_decay"] as const;
export const AttributionModel = z.enum(ATTRIBUTION_MODELS);
export type AttributionModel = z.infer<typeof AttributionModel>;

/** Funnel figures in two readings (R-CAMP-2): leads created in the period, or events in the period. */
export const FUNNEL_READINGS = ["cohort", "flow"] as const;
export const FunnelReading = z.enum(FUNNEL_READINGS);
export type FunnelReading = z.infer<typeof FunnelReading>;
