import type { LeadNeighbours } from "./capabilities/leads/index.ts";
import { findInForce, leadScorePart, readGrades } from "./capabilities/standards/index.ts";

/** What the standard in force tells leads, which do not know it: reasons and grades. */
export const leadParts: LeadNeighbours = {
  readReasons: async (context) => (await findInForce(context))?.content.rejectReasons ?? [],
  score: leadScorePart,
  readGrades,
};
