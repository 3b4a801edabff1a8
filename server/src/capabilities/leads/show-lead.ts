import type { Lead } from "@tongzhou/contract/leads";
import type { Viewing } from "../../platform/access/acting.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { gradeNow } from "./grade-now.ts";
import { mayWithLead } from "./leads.access.ts";
import { presentLead, presentLifelineEntry } from "./present-lead.ts";
import { findAssignments, findLead, findLifeline } from "./queries/find-leads.ts";
import type { LeadNeighbours } from "./shapes/lead-neighbours.ts";

/** One lead with its life so far and who was asked. @throws NotFound, also for a lead the viewer may not read. */
export async function showLead(
  context: Pick<Viewing, "tx" | "now" | "viewer">,
  leadId: string,
  neighbours: LeadNeighbours,
): Promise<Lead> {
  const { viewer } = context;
  const kept = await findLead(context, leadId, neighbours.score);
  const [lead] = kept ? await gradeNow(context, [kept], neighbours) : [];
  if (!lead) throw new NotFound();
  const held = { ownerIds: [lead.ownerId], poolIds: [lead.poolId] };
  const lifeline = await findLifeline(context, leadId);
  return {
    ...presentLead(viewer, lead),
    note: lead.note,
    mergedIntoId: lead.mergedIntoId,
    lifeline: lifeline.map((entry) => presentLifelineEntry(viewer, entry)),
    assignments: await findAssignments(context, leadId),
    may: {
      edit: mayWithLead(viewer, "edit", held),
      assign: mayWithLead(viewer, "assign", held),
      answer: lead.ownerId === viewer.personId || (lead.ownerId !== null && mayWithLead(viewer, "assign", held)),
      claim: lead.poolKind === "public" && mayWithLead(viewer, "claim", held),
    },
  };
}
