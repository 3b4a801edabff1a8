import { GRADE_CELLS } from "@tongzhou/contract/lead-standard";
import { sql } from "kysely";
import { fieldsOf } from "../../platform/conditions/index.ts";
import type { LeadScorePart } from "../leads/index.ts";

/** A lead with its current score, as conditions see it. Engagement in tenths of a point. */
export interface ScoredLead {
  readonly cell: string | null;
  readonly fit: number | null;
  readonly engagement: number | null;
}

const lead = fieldsOf<ScoredLead>("lead");

/** A column of the current score of the lead under this alias. */
const scored = (column: string) => (alias: string) =>
  sql`(select ${sql.ref(`scored.${column}`)} from published.lead_score as scored where scored.lead_id = ${sql.ref(`${alias}.id`)})`;

/** What scores add to lists and records of leads. A lead without a score sorts behind all that have one. */
export const leadScorePart: LeadScorePart = {
  join: sql`left join published.lead_score as lead_score on lead_score.lead_id = lead.id`,
  grade: sql`case when lead_score.lead_id is not null then jsonb_build_object(
    'cell', lead_score.cell, 'fit', lead_score.fit, 'engagement', lead_score.engagement) end`,
  until: sql`lead_score.next_change_at`,
  sorts: {
    grade: { key: sql`coalesce(lead_score.cell, 'Z')`, type: "text" },
    heat: { key: sql`coalesce(lead_score.engagement, -2147483648)`, type: "number" },
  },
  fields: [
    lead({
      id: "lead.grade",
      label: "lead.grade",
      type: "enum",
      options: { kind: "list", options: GRADE_CELLS.map((cell) => ({ value: cell, label: `grade.${cell}` })) },
      sql: scored("cell"),
      read: (row) => row.cell,
    }),
    lead({
      id: "lead.fit",
      label: "lead.fit",
      type: "number",
      storage: "int4",
      sql: scored("fit"),
      read: (row) => row.fit,
    }),
    lead({
      id: "lead.engagement",
      label: "lead.engagement",
      type: "number",
      storage: "int4",
      unit: "unit.tenthsOfAPoint",
      sql: scored("engagement"),
      read: (row) => row.engagement,
    }),
  ],
};
