import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import type { AccessObject } from "../../../platform/access/access-object.ts";
import { mayFilterBy } from "../../../platform/access/field-access.ts";
import type { Viewer } from "../../../platform/access/viewer.ts";
import { containsText, fieldSet } from "../../../platform/conditions/index.ts";
import type { Field, FieldSet } from "../../../platform/conditions/index.ts";
import { houseFieldName } from "../../../platform/custom-fields/house-field.ts";
import type { AssignedRows } from "../../../platform/lists/preview-assignment.ts";
import type { ListDefinition } from "../../../platform/lists/list-definition.ts";
import { ACCOUNT, accountFieldList } from "../../accounts/index.ts";
import { CONTACT, CONTACT_GOVERNED, contactFieldList } from "../../contacts/index.ts";
import type { RecordsNamed } from "../../contacts/index.ts";
import { LEAD } from "../leads.access.ts";
import type { LeadLists } from "../shapes/lead-neighbours.ts";
import { leadFieldList } from "../leads.fields.ts";
import { leadColumns, leadJoins, leadSource } from "./lead-columns.ts";
import type { LeadScorePart, StoredLead } from "./lead-columns.ts";

/** Contact details are asked for on the page of contacts, where the masks of each contact are known. */
const NOT_OF_LEADS = ["contact.phone"];

/** What the viewer's filters of leads may speak of; the contact's job only where they may filter contacts by it. */
export function leadFilterFields(viewer: Viewer, score: LeadScorePart | undefined): FieldSet {
  const job = mayFilterBy(viewer, CONTACT, "job");
  const ofContact = contactFieldList.filter(
    ({ id }) => !NOT_OF_LEADS.includes(id) && (job || !(id in CONTACT_GOVERNED)),
  );
  return fieldSet(
    leadFieldList,
    score?.listed ?? [],
    ofContact,
    accountFieldList,
    addedTo(viewer, CONTACT),
    addedTo(viewer, ACCOUNT),
  );
}

/** What the company added to what a lead belongs to, as far as the viewer may filter by it there. */
const addedTo = (viewer: Viewer, object: AccessObject): Field[] =>
  viewer.snapshot.houseFields
    .filter((field) => field.object === object.name && mayFilterBy(viewer, object, houseFieldName(field.id)))
    .map(({ condition }) => condition);

/** The list of leads for a viewer. */
export const leadList = (viewer: Viewer, { score, named }: LeadLists): ListDefinition<StoredLead> => ({
  object: LEAD,
  alias: "lead",
  from: leadSource(score),
  parts: leadJoins(score),
  select: leadColumns(score),
  fields: leadFilterFields(viewer, score),
  sorts: {
    captured: { key: sql`lead.captured_at`, type: "instant" },
    clock: {
      key: sql`lead_clock.due_at`,
      type: "instant",
      id: sql`lead_clock.lead_id`,
      keyed: sql`lead_clock.lead_id is not null`,
    },
    name: { key: sql`contact.name_sort`, type: "text", keyed: sql`contact.id is not null` },
    account: { key: sql`coalesce(account.name_sort, '')`, type: "text" },
    ...score?.sorts,
  },
  standardSort: "-captured",
  search: (text) => namedLike(text, named),
});

/** What decides about a lead that is given to somebody, as the lead table decides it (row 10). */
export const assignedLeads = (toId: string): AssignedRows => ({
  owner: sql`lead.owner_id`,
  pool: sql`lead.pool_kind`,
  alreadyTheirs: sql<SqlBool>`coalesce(lead.stage in ('assigned', 'sql') and lead.owner_id = ${toId}::uuid, false)`,
  ended: sql<SqlBool>`lead.stage in ('converted', 'disqualified')`,
});

/**
 * Leads whose contact or company answers to the text. As ids found from the names, because a condition on either name reads
 * every lead (330 ms at 400,000); texts too short for the index of names are compared one by one.
 */
function namedLike(text: string, named: RecordsNamed | undefined): RawBuilder<SqlBool> {
  const [contacts, accounts] = [named?.("contact", text), named?.("account", text)];
  if (!contacts || !accounts) {
    return sql<SqlBool>`(${containsText(sql`contact.name`, text)} or ${containsText(sql`account.name`, text)})`;
  }
  return sql<SqlBool>`lead.id in (
    select theirs.id from lead as theirs where theirs.contact_id in ${contacts}
    union all
    select theirs.id from lead as theirs where theirs.account_id in ${accounts}
  )`;
}
