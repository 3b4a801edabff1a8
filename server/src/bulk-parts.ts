import { bulkAccounts } from "./capabilities/accounts/index.ts";
import type { BulkNeighbours } from "./capabilities/bulk/index.ts";
import { bulkCampaigns } from "./capabilities/campaigns/index.ts";
import { bulkContacts } from "./capabilities/contacts/index.ts";
import { bulkLeads, readPools } from "./capabilities/leads/index.ts";
import { bulkOpportunities } from "./capabilities/opportunities/index.ts";
import { recordsNamed } from "./capabilities/search/index.ts";
import { leadParts } from "./lead-parts.ts";

/** The lists whose records are changed many at once, each as its capability describes it. */
export const bulkParts: BulkNeighbours = {
  sources: {
    contact: bulkContacts(recordsNamed),
    account: bulkAccounts(),
    lead: bulkLeads(leadParts),
    opportunity: bulkOpportunities(),
    campaign: bulkCampaigns(),
  },
  readPools,
};
