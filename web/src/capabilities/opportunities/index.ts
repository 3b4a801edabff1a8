/** Opportunities: the board and the list, one record with its gate, winning, losing, and converting a lead. */
export { ConvertLead } from "./ConvertLead.tsx";
export { CreateOpportunityDialog } from "./CreateOpportunityDialog.tsx";
export { DealsToPush } from "./DealsToPush.tsx";
export { NewlyWon } from "./NewlyWon.tsx";
export { OpportunitiesOf } from "./OpportunitiesOf.tsx";
export { OpportunityBoard } from "./OpportunityBoard.tsx";
export { OpportunityList } from "./OpportunityList.tsx";
export { OpportunityRecord } from "./OpportunityRecord.tsx";
export { opportunityEndpoints } from "./opportunity-endpoints.ts";
export { useOpportunityViews } from "./useOpportunityViews.ts";
export { useOpportunityBulkFields } from "./useOpportunityBulkFields.ts";
