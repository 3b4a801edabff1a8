import type { LeadNeighbours } from "./capabilities/leads/index.ts";
import { recordsNamed } from "./capabilities/search/index.ts";
import { findInForce, leadScorePart, readGrades } from "./capabilities/standards/index.ts";

/** What the standard in force and the search tell leads, which do not know them: reasons, grades, names. */
export const leadParts: LeadNeighbours = {
  readReasons: async (context) => (await findInForce(context))?.content.rejectReasons ?? [],
  score: leadScorePart,
  readGrades,
  named: recordsNamed,
};
