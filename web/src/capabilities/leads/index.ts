/** Leads: lists, records, the queues of the page of today, and what people do with them. */
export { FirstSteps } from "./FirstSteps.tsx";
export { LeadList } from "./LeadList.tsx";
export { useLeadViews } from "./useLeadViews.ts";
export { leadEndpoints } from "./lead-endpoints.ts";
export { LeadLine } from "./LeadLine.tsx";
export { LeadRecord } from "./LeadRecord.tsx";
export { LeadToday } from "./LeadToday.tsx";
export { LeadsOf } from "./LeadsOf.tsx";
export { useLeadWords } from "./useLeadWords.ts";
export { LeadsOfCampaign } from "./LeadsOfCampaign.tsx";
export { useLeadBulkFields } from "./useLeadBulkFields.ts";
