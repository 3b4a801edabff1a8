import { heldAccounts } from "./capabilities/accounts/index.ts";
import { heldCampaigns } from "./capabilities/campaigns/index.ts";
import { heldContacts } from "./capabilities/contacts/index.ts";
import type { LeadNeighbours } from "./capabilities/leads/index.ts";
import { heldOpportunities } from "./capabilities/opportunities/index.ts";
import { heldRights } from "./capabilities/rights/index.ts";
import { recordsNamed } from "./capabilities/search/index.ts";
import { findInForce, leadScorePart, readGrades } from "./capabilities/standards/index.ts";

/** What the standard in force and the search tell leads, which do not know them: reasons, grades, names, what else people own. */
export const leadParts: LeadNeighbours = {
  readReasons: async (context) => (await findInForce(context))?.content.rejectReasons ?? [],
  score: leadScorePart,
  readGrades,
  named: recordsNamed,
  held: [heldOpportunities(), heldContacts(), heldAccounts(), heldCampaigns(), heldRights()],
};
