import type { Lead } from "@tongzhou/contract/leads";
import type { Viewing } from "../../platform/access/acting.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import type { LeadScorePart } from "./queries/lead-columns.ts";
import { mayWithLead } from "./leads.access.ts";
import { presentLead, presentLifelineEntry } from "./present-lead.ts";
import { findAssignments, findLead, findLifeline } from "./queries/find-leads.ts";

/** One lead with its life so far and who was asked. @throws NotFound, also for a lead the viewer may not read. */
export async function showLead(
  context: Pick<Viewing, "tx" | "viewer">,
  leadId: string,
  score: LeadScorePart | undefined,
): Promise<Lead> {
  const { viewer } = context;
  const lead = await findLead(context, leadId, score);
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
