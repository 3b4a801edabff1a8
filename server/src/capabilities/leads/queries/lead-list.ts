import { sql } from "kysely";
import { mayFilterBy } from "../../../platform/access/field-access.ts";
import type { Viewer } from "../../../platform/access/viewer.ts";
import { containsText, fieldSet } from "../../../platform/conditions/index.ts";
import type { FieldSet } from "../../../platform/conditions/index.ts";
import type { ListDefinition } from "../../../platform/lists/list-definition.ts";
import { accountFieldList } from "../../accounts/index.ts";
import { CONTACT, CONTACT_GOVERNED, contactFieldList } from "../../contacts/index.ts";
import { LEAD } from "../leads.access.ts";
import { leadFieldList } from "../leads.fields.ts";
import { leadColumns, leadSource } from "./lead-columns.ts";
import type { LeadScorePart, StoredLead } from "./lead-columns.ts";

/** Contact details are asked for on the page of contacts, where the masks of each contact are known. */
const NOT_OF_LEADS = ["contact.phone"];

/** What the viewer's filters of leads may speak of; the contact's job only where they may filter contacts by it. */
export function leadFilterFields(viewer: Viewer, score: LeadScorePart | undefined): FieldSet {
  const job = mayFilterBy(viewer, CONTACT, "job");
  const ofContact = contactFieldList.filter(
    ({ id }) => !NOT_OF_LEADS.includes(id) && (job || !(id in CONTACT_GOVERNED)),
  );
  return fieldSet(leadFieldList, score?.fields ?? [], ofContact, accountFieldList);
}

/** The list of leads for a viewer. */
export const leadList = (viewer: Viewer, score?: LeadScorePart): ListDefinition<StoredLead> => ({
  object: LEAD,
  alias: "lead",
  from: leadSource(score),
  select: leadColumns(score),
  fields: leadFilterFields(viewer, score),
  sorts: {
    captured: { key: sql`lead.captured_at`, type: "instant" },
    clock: { key: sql`lead_clock.due_at`, type: "instant", id: sql`lead_clock.lead_id` },
    name: { key: sql`contact.name_sort`, type: "text" },
    account: { key: sql`coalesce(account.name_sort, '')`, type: "text" },
    ...score?.sorts,
  },
  standardSort: "-captured",
  search: (text) => sql`(${containsText(sql`contact.name`, text)} or ${containsText(sql`account.name`, text)})`,
});
