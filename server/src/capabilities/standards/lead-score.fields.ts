import { GRADE_CELLS } from "@tongzhou/contract/lead-standard";
import { sql } from "kysely";
import type { SqlBool } from "kysely";
import { fieldsOf } from "../../platform/conditions/index.ts";
import type { ColumnSql, Field } from "../../platform/conditions/index.ts";
import type { LeadScorePart } from "../leads/index.ts";

/** A lead with its current score, as conditions see it. Engagement in tenths of a point. */
export interface ScoredLead {
  readonly cell: string | null;
  readonly fit: number | null;
  readonly engagement: number | null;
}

const lead = fieldsOf<ScoredLead>("lead");

/** How a statement reaches a column of the current score. */
type ScoreColumn = (column: "cell" | "fit" | "engagement") => ColumnSql;

/** Anywhere, of the lead under this alias. */
const lookedUp: ScoreColumn = (column) => (alias) =>
  sql`(select ${sql.ref(`scored.${column}`)} from published.lead_score as scored where scored.lead_id = ${sql.ref(`${alias}.id`)})`;

/** In a list of leads, which has the score joined: a filter by it can then choose the rows along an index. */
const joined: ScoreColumn = (column) => () => sql.ref(`lead_score.${column}`);

const scoreFields = (column: ScoreColumn): readonly Field[] => [
  lead({
    id: "lead.grade",
    label: "lead.grade",
    type: "enum",
    options: { kind: "list", options: GRADE_CELLS.map((cell) => ({ value: cell, label: `grade.${cell}` })) },
    sql: column("cell"),
    read: (row) => row.cell,
  }),
  lead({
    id: "lead.fit",
    label: "lead.fit",
    type: "number",
    storage: "int4",
    sql: column("fit"),
    read: (row) => row.fit,
  }),
  lead({
    id: "lead.engagement",
    label: "lead.engagement",
    type: "number",
    storage: "int4",
    unit: "unit.tenthsOfAPoint",
    sql: column("engagement"),
    read: (row) => row.engagement,
  }),
];

const id = sql`lead_score.lead_id`;
const keyed = sql<SqlBool>`lead_score.lead_id is not null`;

/** What scores add to lists and records of leads. A lead without a score sorts behind all that have one. */
export const leadScorePart: LeadScorePart = {
  join: {
    alias: "lead_score",
    join: sql`left join published.lead_score as lead_score on lead_score.lead_id = lead.id`,
  },
  grade: sql`case when lead_score.lead_id is not null then jsonb_build_object(
    'cell', lead_score.cell, 'fit', lead_score.fit, 'engagement', lead_score.engagement) end`,
  until: sql`lead_score.next_change_at`,
  sorts: {
    grade: { key: sql`lead_score.cell`, type: "text", id, keyed, someUnkeyed: true },
    heat: { key: sql`lead_score.engagement`, type: "number", id, keyed, someUnkeyed: true },
  },
  fields: scoreFields(lookedUp),
  listed: scoreFields(joined),
};
