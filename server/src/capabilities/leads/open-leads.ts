import type { Context } from "../../platform/ledger/context.ts";
import { admitLeads } from "./admit-leads.ts";
import type { CaptureFacts, LeadCapture, OpenedLead } from "./shapes/lead-capture.ts";
import { writeNewborns } from "./write-newborns.ts";

/**
 * Gives each capture its lead and writes the new ones as they are, for callers who neither judge nor route.
 * @returns one answer a capture, in order (see `admitLeads`).
 */
export async function openLeads(
  context: Context,
  captures: readonly LeadCapture[],
  facts: CaptureFacts,
): Promise<OpenedLead[]> {
  const { opened, newborns } = await admitLeads(context, captures, facts);
  await writeNewborns(context, newborns);
  return opened;
}
