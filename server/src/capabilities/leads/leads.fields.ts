import { LEAD_STAGES, NURTURE_GROUPS, POOLS } from "@tongzhou/contract/lead-stages";
import { TOUCH_KINDS } from "@tongzhou/contract/touch-kinds";
import { sql } from "kysely";
import { fieldsOf } from "../../platform/conditions/index.ts";
import type { Field } from "../../platform/conditions/index.ts";

/** A touch as conditions on leads see it. */
export interface ConditionLeadTouch {
  readonly kind: string;
  readonly channel: string | null;
  readonly campaign_id: string | null;
  readonly title: string | null;
  readonly at: Date;
}

/** A lead as conditions see it; the last ones are what the in-memory evaluator is given beside the row. */
export interface ConditionLead {
  readonly stage: string;
  readonly owner_id: string | null;
  readonly pool_kind: string | null;
  readonly account_id: string | null;
  readonly product_line_id: string | null;
  readonly campaign_id: string | null;
  readonly source: string | null;
  readonly reason: string | null;
  readonly nurture_group: string | null;
  readonly cycle: number;
  readonly self_sourced: boolean;
  readonly history: boolean;
  readonly captured_at: Date;
  readonly parked_until: Date | null;
  readonly due_at: Date | null;
  readonly last_answer: string | null;
  readonly contacted: boolean;
  readonly touches: readonly ConditionLeadTouch[];
}

const lead = fieldsOf<ConditionLead>("lead");
const touch = fieldsOf<ConditionLeadTouch>("touch");

const list = (name: string, values: readonly string[]) => ({
  kind: "list" as const,
  options: values.map((value) => ({ value, label: `${name}.${value}` })),
});
const source = (name: string) => ({ kind: "source", source: name }) as const;

/** A touch is of a lead when its product line is the lead's or unknown. */
const touchesOf = (row: string, identifier: string, alias: string) => sql<boolean>`
  ${sql.ref(`${identifier}.contact_id`)} = ${sql.ref(`${alias}.contact_id`)}
  and (${sql.ref(`${row}.product_line_id`)} is null or ${sql.ref(`${row}.product_line_id`)} = ${sql.ref(`${alias}.product_line_id`)})`;

const touchFields: readonly Field[] = [
  touch({
    id: "touch.kind",
    label: "touch.kind",
    type: "enum",
    column: "kind",
    options: list("touch.kind", TOUCH_KINDS),
  }),
  touch({ id: "touch.title", label: "touch.title", type: "text", column: "title" }),
  touch({ id: "touch.channel", label: "touch.channel", type: "text", column: "channel" }),
  touch({
    id: "touch.campaign",
    label: "touch.campaign",
    type: "enum",
    storage: "uuid",
    column: "campaign_id",
    options: source("campaign"),
  }),
  touch({ id: "touch.at", label: "touch.at", type: "date", storage: "instant", column: "at" }),
];

const OUTCOMES = ["accepted", "rejected", "timed_out", "reassigned", "withdrawn"] as const;

/** What filters, rules and views may ask of a lead itself. */
export const leadFieldList: readonly Field[] = [
  lead({
    id: "lead.stage",
    label: "lead.stage",
    type: "enum",
    column: "stage",
    options: list("lead.stage", LEAD_STAGES),
    indexed: true,
  }),
  lead({ id: "lead.owner", label: "lead.owner", type: "user", column: "owner_id", indexed: true }),
  lead({
    id: "lead.pool",
    label: "lead.pool",
    type: "enum",
    column: "pool_kind",
    options: list("lead.pool", POOLS),
  }),
  lead({
    id: "lead.account",
    label: "lead.account",
    type: "enum",
    storage: "uuid",
    column: "account_id",
    options: source("account"),
    indexed: true,
  }),
  lead({
    id: "lead.productLine",
    label: "lead.productLine",
    type: "enum",
    storage: "uuid",
    column: "product_line_id",
    options: source("product_line"),
    indexed: true,
  }),
  lead({
    id: "lead.campaign",
    label: "lead.campaign",
    type: "enum",
    storage: "uuid",
    column: "campaign_id",
    options: source("campaign"),
    indexed: true,
  }),
  lead({ id: "lead.source", label: "lead.source", type: "text", column: "source" }),
  lead({ id: "lead.reason", label: "lead.reason", type: "text", column: "reason" }),
  lead({
    id: "lead.nurtureGroup",
    label: "lead.nurtureGroup",
    type: "enum",
    column: "nurture_group",
    options: list("lead.nurtureGroup", NURTURE_GROUPS),
  }),
  lead({ id: "lead.cycle", label: "lead.cycle", type: "number", storage: "int4", minimum: 1, column: "cycle" }),
  lead({ id: "lead.selfSourced", label: "lead.selfSourced", type: "boolean", column: "self_sourced" }),
  lead({ id: "lead.history", label: "lead.history", type: "boolean", column: "history" }),
  lead({
    id: "lead.capturedAt",
    label: "lead.capturedAt",
    type: "date",
    storage: "instant",
    column: "captured_at",
    indexed: true,
  }),
  lead({ id: "lead.parkedUntil", label: "lead.parkedUntil", type: "date", storage: "instant", column: "parked_until" }),
  lead({
    id: "lead.dueAt",
    label: "lead.dueAt",
    type: "date",
    storage: "instant",
    sql: (alias) =>
      sql`(select nullif(due.due_at, 'infinity') from lead_clock as due where due.lead_id = ${sql.ref(`${alias}.id`)})`,
    read: (row) => row.due_at,
  }),
  lead({
    id: "lead.lastAnswer",
    label: "lead.lastAnswer",
    type: "enum",
    options: list("lead.lastAnswer", OUTCOMES),
    sql: (alias) => sql`(
      select ended.outcome
      from assignment as asked
      join assignment_end as ended on ended.assignment_id = asked.id
      where asked.lead_id = ${sql.ref(`${alias}.id`)}
      order by ended.at desc, ended.id desc
      limit 1
    )`,
    read: (row) => row.last_answer,
  }),
  lead({
    id: "lead.contacted",
    label: "lead.contacted",
    type: "boolean",
    sql: (alias) => sql`exists (
      select
      from published.identifier as held
      join published.touch as reached on reached.identifier_id = held.id
      where ${touchesOf("reached", "held", alias)} and reached.kind in ('reply', 'answered_call', 'meeting')
    )`,
    read: (row) => row.contacted,
  }),
  lead({
    id: "lead.touches",
    label: "lead.touches",
    type: "related",
    rows: "touch",
    from: (row) =>
      sql`published.identifier as ${sql.ref(`${row}_by`)} join published.touch as ${sql.ref(row)} on ${sql.ref(`${row}.identifier_id`)} = ${sql.ref(`${row}_by.id`)}`,
    link: (alias, row) => touchesOf(row, `${row}_by`, alias),
    fields: touchFields,
    at: "touch.at",
    read: (row) => row.touches,
  }),
];
