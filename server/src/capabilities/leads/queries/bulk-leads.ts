import { sql } from "kysely";
import type { SqlBool } from "kysely";
import { z } from "zod";
import { columnFact } from "../../../platform/lists/bulk-source.ts";
import type { BulkSource } from "../../../platform/lists/bulk-source.ts";
import { LEAD } from "../leads.access.ts";
import type { LeadLists } from "../shapes/lead-neighbours.ts";
import { leadList } from "./lead-list.ts";
import { lockContacts } from "./lock-leads.ts";

const ALIAS = "lead";
const OPEN = sql`('converted', 'disqualified')`;

/**
 * Leads as a list whose records are changed many at once. A lead that is not the only open one of its contact keeps its
 * product line: of two that met in one line the database would refuse the second.
 */
export const bulkLeads = (lists: LeadLists): BulkSource => ({
  access: LEAD,
  alias: ALIAS,
  list: (viewer) => leadList(viewer, lists),
  facts: {
    productLineId: columnFact<string | null>({
      table: "lead",
      alias: ALIAS,
      column: "product_line_id",
      type: "uuid",
      value: z.uuid().nullable(),
      stays: () => [
        {
          because: "several_open_leads",
          when: sql<SqlBool>`lead.stage not in ${OPEN} and exists (
            select from lead as other
            where other.contact_id = lead.contact_id and other.id <> lead.id and other.stage not in ${OPEN})`,
        },
      ],
      // Contacts before leads, as captures lock them, so that none is opened meanwhile.
      async before(context, ids) {
        const { rows } = await sql<{ id: string }>`
          select distinct contact_id as id from lead where id = any(${[...ids]}::uuid[])`.execute(context.tx);
        await lockContacts(
          context,
          rows.map(({ id }) => id),
        );
      },
    }),
    campaignId: columnFact<string | null>({
      table: "lead",
      alias: ALIAS,
      column: "campaign_id",
      type: "uuid",
      value: z.uuid().nullable(),
    }),
    source: columnFact<string | null>({
      table: "lead",
      alias: ALIAS,
      column: "source",
      type: "text",
      value: z.string().trim().min(1).max(200).nullable(),
    }),
  },
  edited: (context, ids) => context.emit("lead.changed", ids),
});
