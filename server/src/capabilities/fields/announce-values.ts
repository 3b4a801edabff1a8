import type { FieldObject } from "@tongzhou/contract/fields";
import type { Context } from "../../platform/ledger/context.ts";

/** What is announced when a record's own facts change: what a company added to it is one of them. */
const CHANGED: Record<FieldObject, string> = {
  contact: "contact.changed",
  account: "account.changed",
  lead: "lead.changed",
  opportunity: "opportunity.edited",
  campaign: "campaign.edited",
};

/** Tells whoever looks at a record's facts that they changed: leads are judged anew. */
export const announceValues = (context: Context, object: FieldObject, recordId: string): Promise<void> =>
  announceManyValues(context, object, [recordId]);

/** The same of many records. */
export const announceManyValues = (
  context: Context,
  object: FieldObject,
  recordIds: readonly string[],
): Promise<void> => context.emit(CHANGED[object], [...recordIds]);
