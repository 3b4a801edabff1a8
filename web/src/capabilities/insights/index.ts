/** Insights: the funnel, what campaigns returned, the target and the leads it still needs. Every figure opens its records. */
export { BoatToday } from "./BoatToday.tsx";
export { CampaignOutcome } from "./CampaignOutcome.tsx";
export { FunnelAndReturn } from "./FunnelAndReturn.tsx";
export { TargetStrip } from "./TargetStrip.tsx";
