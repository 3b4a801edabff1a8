import { LOSE_REASONS } from "@tongzhou/contract/opportunity-type";
import { sql } from "kysely";
import { fieldSet, fieldsOf } from "../../platform/conditions/index.ts";
import type { Field } from "../../platform/conditions/index.ts";

/** An opportunity as conditions see it; what is not a column of its own the in-memory evaluator is given beside the row. */
export interface ConditionOpportunity {
  readonly name: string;
  readonly type_id: string;
  readonly stage_id: string | null;
  readonly account_id: string;
  readonly account_name: string;
  /** The account and all above it. */
  readonly account_line: readonly string[];
  readonly product_line_id: string | null;
  readonly owner_id: string;
  readonly amount: number | null;
  readonly currency: string;
  readonly expected_close_on: string | null;
  readonly next_step: string | null;
  readonly next_step_on: string | null;
  readonly opened_at: Date;
  readonly outcome: string | null;
  readonly closed_at: Date | null;
  readonly lose_reason: string | null;
  readonly campaign_id: string | null;
}

const field = fieldsOf<ConditionOpportunity>("opportunity");
const label = (name: string) => ({ id: `opportunity.${name}`, label: `opportunity.${name}` }) as const;
const source = (name: string) => ({ kind: "source" as const, source: name });
const listed = (name: string, values: readonly string[]) => ({
  kind: "list" as const,
  options: values.map((value) => ({ value, label: `opportunity.${name}.${value}` })),
});

/** What filters, gates and rules may ask of an opportunity. */
export const opportunityFieldList: readonly Field[] = [
  field({ ...label("name"), type: "text", column: "name" }),
  field({ ...label("type"), type: "enum", column: "type_id", storage: "uuid", options: source("opportunity_type") }),
  field({
    ...label("stage"),
    type: "enum",
    column: "stage_id",
    storage: "uuid",
    options: source("opportunity_stage"),
    indexed: true,
  }),
  field({
    ...label("account"),
    type: "enum",
    column: "account_id",
    storage: "uuid",
    options: source("account"),
    indexed: true,
  }),
  field({
    ...label("accountName"),
    type: "text",
    sql: (alias) =>
      sql`(select named.name from published.account as named where named.id = ${sql.ref(`${alias}.account_id`)})`,
    read: (opportunity) => opportunity.account_name,
  }),
  field({
    ...label("group"),
    type: "many",
    storage: "uuid",
    operators: ["has_any", "has_none"],
    options: source("account"),
    asked: {
      among: (alias, keys) =>
        sql`${sql.ref(`${alias}.account_id`)} = any(array(select below.id from published.account_below(${keys}) as below))`,
      any: (alias) => sql`${sql.ref(`${alias}.account_id`)} is not null`,
    },
    read: (opportunity) => opportunity.account_line,
    indexed: true,
  }),
  field({
    ...label("productLine"),
    type: "enum",
    column: "product_line_id",
    storage: "uuid",
    options: source("product_line"),
    indexed: true,
  }),
  field({ ...label("owner"), type: "user", column: "owner_id", indexed: true }),
  field({
    ...label("amount"),
    type: "money",
    amountColumn: "amount",
    currencyColumn: "currency",
    currencies: ["CNY"],
  }),
  field({ ...label("expectedCloseOn"), type: "date", storage: "day", column: "expected_close_on" }),
  field({ ...label("nextStep"), type: "text", column: "next_step" }),
  field({ ...label("nextStepOn"), type: "date", storage: "day", column: "next_step_on" }),
  field({ ...label("openedAt"), type: "date", storage: "instant", column: "opened_at", indexed: true }),
  field({ ...label("outcome"), type: "enum", column: "outcome", options: listed("outcome", ["won", "lost"]) }),
  field({ ...label("closedAt"), type: "date", storage: "instant", column: "closed_at" }),
  field({
    ...label("loseReason"),
    type: "enum",
    column: "lose_reason",
    options: listed("loseReason", LOSE_REASONS),
  }),
  field({
    ...label("campaign"),
    type: "enum",
    storage: "uuid",
    options: source("campaign"),
    sql: (alias) =>
      sql`(select origin.campaign_id from published.lead as origin where origin.id = ${sql.ref(`${alias}.lead_id`)})`,
    read: (opportunity) => opportunity.campaign_id,
  }),
];

export const opportunityFields = fieldSet(opportunityFieldList);
