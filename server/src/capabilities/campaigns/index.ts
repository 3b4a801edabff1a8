/** Campaigns: something marketing pays for or does, and what it cost. All that others may import. */
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import "./campaigns.audit.ts";

export { bulkCampaigns, campaignRemoval } from "./queries/bulk-campaigns.ts";
export { exportedCampaigns } from "./exported-campaigns.ts";
export { CAMPAIGN, mayReadCampaigns } from "./campaigns.access.ts";
export { campaignFieldList } from "./campaigns.fields.ts";
export { campaignList } from "./campaigns.queries.ts";
export { campaignsRoutes } from "./campaigns.routes.ts";
export { CREATE_CAMPAIGN, createCampaigns } from "./create-campaigns.ts";
export type { CampaignDraft } from "./create-campaigns.ts";
export { END_CAMPAIGN, endCampaigns } from "./end-campaigns.ts";
export { RECORD_COST, recordCosts } from "./record-costs.ts";
export { START_CAMPAIGN, startCampaigns } from "./start-campaigns.ts";

export const campaignsMessages = { zh, en };
export { heldCampaigns } from "./held-campaigns.ts";
