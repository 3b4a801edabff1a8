import type { Context } from "../../platform/ledger/context.ts";
import type { HomedPart, Meeting, Met, Sides } from "../../platform/homes/homes.ts";
import { HOMED_AT_CONTACT } from "../contacts/index.ts";
import { chooseSurvivingLead } from "./domain/choose-surviving-lead.ts";
import type { LeadState } from "./domain/lead-state.ts";
import { moveLeads } from "./move-leads.ts";
import { findMeetingLeads, findPartedLeads } from "./queries/meeting-leads.ts";

/** Leads follow their contact; two open ones of one product line meet by row 14 of the lead table. */
export const homedLeads = (): HomedPart => ({
  what: "leads",
  table: { table: "lead", columns: HOMED_AT_CONTACT },
  meet: meetLeads,
  part: partLeads,
});

/** The less far one gives way. @returns which, with the state it had. */
async function meetLeads(context: Context, { survivorId, mergedId }: Sides): Promise<Meeting[]> {
  const pairs = await findMeetingLeads(context, [survivorId, mergedId]);
  const moved = await moveLeads(
    context,
    pairs.map(([one, other]) => {
      const chosen = chooseSurvivingLead(one, other);
      return { leadId: chosen.mergedId, event: { kind: "merged_away", intoLeadId: chosen.survivorId } as const };
    }),
  );
  return moved.map((result) => {
    if (result.outcome === "refused") throw new Error(`lead ${result.leadId} cannot give way: ${result.code}`);
    return { rowId: result.leadId, before: result.before.state };
  });
}

/** A lead that gave way goes on as it was, once the lead it gave way to is another contact's. */
async function partLeads(context: Context, { survivorId, mergedId }: Sides, { all }: Met): Promise<void> {
  const before = new Map(all.map((meeting) => [meeting.rowId, meeting.before as LeadState]));
  const parted = await findPartedLeads(context, [mergedId, survivorId]);
  const moved = await moveLeads(
    context,
    parted.flatMap((leadId) => {
      const state = before.get(leadId);
      return state === undefined ? [] : [{ leadId, event: { kind: "unmerged", before: state } as const }];
    }),
  );
  const refused = moved.find((result) => result.outcome === "refused");
  if (refused) throw new Error(`lead ${refused.leadId} cannot go on as it was`);
}
