import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotAllowed, NotFound, Refused } from "../../platform/problems/refusal.ts";
import { isOpen } from "./domain/lead-state.ts";
import { heldBy, mayKnowOf, mayWithLead } from "./leads.access.ts";
import { findLeadFacts, findOpenLead, updateLeadFacts } from "./queries/lead-facts.ts";
import type { LeadFacts } from "./queries/lead-facts.ts";
import { lockContacts, lockLeads } from "./queries/lock-leads.ts";

export const EDIT_LEAD = operationKind("lead.edit");

/**
 * Changes facts of a lead. Another product line may have an open lead of the same contact already; contacts are locked
 * before leads, as captures do, so that none is opened meanwhile.
 * @throws NotFound, NotAllowed; Conflict `changed_meanwhile`; Refused `lead_open_lead_exists` with the lead that is there.
 */
export async function editLead(
  context: Acting,
  leadId: string,
  edit: { readonly [Field in keyof LeadFacts]?: FieldChange<LeadFacts[Field]> | undefined },
): Promise<void> {
  const present = await findLeadFacts(context, leadId);
  if (!present) throw new NotFound();
  if (edit.productLineId !== undefined) await lockContacts(context, [present.contactId]);
  const lead = (await lockLeads(context, [leadId])).get(leadId);
  const facts = await findLeadFacts(context, leadId);
  if (!lead || !facts || !mayKnowOf(context.viewer, lead, "read")) throw new NotFound();
  if (!mayWithLead(context.viewer, "edit", heldBy(lead))) throw new NotAllowed();
  const { contactId, ...editable } = facts;
  const changes = await takeChanges(context, { table: "lead", id: leadId }, editable, edit);
  if (changes.productLineId !== undefined && isOpen(lead.state.stage)) {
    const other = await findOpenLead(context, contactId, changes.productLineId);
    if (other !== undefined) throw new Refused("lead_open_lead_exists", { leadId: other });
  }
  await updateLeadFacts(context, leadId, changes);
  await context.emit("lead.changed", [leadId]);
}
