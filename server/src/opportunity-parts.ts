import type { OpportunityNeighbours } from "./capabilities/opportunities/index.ts";
import { findInForce } from "./capabilities/standards/index.ts";

/** What the standard in force tells opportunities, which do not know it: where the lead of a lost one goes (row 15). */
export const opportunityParts: OpportunityNeighbours = {
  lostLeadsGoTo: async (context) => (await findInForce(context))?.content.recycle.lostTo ?? "nurture",
};
