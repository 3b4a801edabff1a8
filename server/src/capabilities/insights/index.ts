/** Insights: figures from the one ledger, and what is aimed at. All that others may import. */
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import "./insights.audit.ts";

export { attribution } from "./domain/attribution.ts";
export type { CampaignTouch, WonDeal } from "./domain/attribution.ts";
export { insightsRoutes } from "./insights.routes.ts";
export { listFunnelRecords } from "./list-funnel-records.ts";
export { SET_TARGET, setTarget } from "./set-target.ts";
export { showCampaignResults } from "./show-campaign-results.ts";
export { showFunnel } from "./show-funnel.ts";

export const insightsMessages = { zh, en };
