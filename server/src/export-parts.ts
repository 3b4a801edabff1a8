import { exportedAccounts } from "./capabilities/accounts/index.ts";
import { exportedCampaigns } from "./capabilities/campaigns/index.ts";
import { exportedContacts } from "./capabilities/contacts/index.ts";
import type { ExportNeighbours } from "./capabilities/exports/index.ts";
import { exportedLeads, readPools } from "./capabilities/leads/index.ts";
import { exportedOpportunities } from "./capabilities/opportunities/index.ts";
import { recordsNamed } from "./capabilities/search/index.ts";
import { exportedTouches } from "./capabilities/touches/index.ts";
import { leadParts } from "./lead-parts.ts";

/** The lists that can be taken out of the house, each as its capability reads it. */
export const exportParts: ExportNeighbours = {
  sources: [
    exportedLeads(leadParts),
    exportedContacts(recordsNamed),
    exportedAccounts(),
    exportedOpportunities(),
    exportedCampaigns(),
    exportedTouches(recordsNamed),
  ],
  readPools,
};
