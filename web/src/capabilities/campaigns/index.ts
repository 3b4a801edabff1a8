/** Campaigns: the list, a draft that says what it lacks, what one cost and what it brought. */
export { CampaignList } from "./CampaignList.tsx";
export { campaignEndpoints } from "./campaign-endpoints.ts";
export { useCampaignViews } from "./useCampaignViews.ts";
export { CampaignRecord } from "./CampaignRecord.tsx";
export { useCampaignBulkFields } from "./useCampaignBulkFields.ts";
