import { Assigned, Assignment, AssignmentPreview } from "./assignment.ts";
import { endpoint } from "./endpoint.ts";

/** Giving many opportunities to another owner. */
export const opportunityAssignments = {
  assign: endpoint({
    id: "opportunities.assignOpportunities",
    method: "POST",
    path: "/opportunities/assignments",
    summary: "Gives opportunities to another owner, named or all that a filter chooses; their leads follow.",
    body: Assignment,
    response: Assigned,
    errors: ["opportunity_owner_missing", "too_many_chosen", "filter_invalid"],
  }),
  previewAssignment: endpoint({
    id: "opportunities.previewAssignment",
    method: "POST",
    path: "/opportunities/assignment-previews",
    summary: "What giving opportunities to somebody would do: how many go, from whom, how many stay and why.",
    body: Assignment,
    response: AssignmentPreview,
    errors: ["filter_invalid"],
  }),
};
