import { CAMPAIGN_TYPES } from "@tongzhou/contract/campaigns";
import { sql } from "kysely";
import { fieldSet, fieldsOf } from "../../platform/conditions/index.ts";
import type { Field } from "../../platform/conditions/index.ts";

/** A campaign as conditions see it. `spent` is what the in-memory evaluator is given beside the row. */
export interface ConditionCampaign {
  readonly name: string;
  readonly type: string;
  readonly status: string;
  readonly product_line_id: string | null;
  readonly owner_id: string | null;
  readonly channel: string | null;
  readonly budget_amount: number | null;
  readonly currency: string;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly spent: number;
}

const field = fieldsOf<ConditionCampaign>("campaign");

const options = (name: string, values: readonly string[]) => ({
  kind: "list" as const,
  options: values.map((value) => ({ value, label: `campaign.${name}.${value}` })),
});

/** What filters may ask of a campaign. */
export const campaignFieldList: readonly Field[] = [
  field({ id: "campaign.name", label: "campaign.name", type: "text", column: "name" }),
  field({
    id: "campaign.type",
    label: "campaign.type",
    type: "enum",
    column: "type",
    options: options("type", CAMPAIGN_TYPES),
  }),
  field({
    id: "campaign.status",
    label: "campaign.status",
    type: "enum",
    column: "status",
    options: options("status", ["draft", "running", "ended"]),
  }),
  field({
    id: "campaign.productLine",
    label: "campaign.productLine",
    type: "enum",
    column: "product_line_id",
    storage: "uuid",
    options: { kind: "source", source: "product_line" },
    indexed: true,
  }),
  field({ id: "campaign.owner", label: "campaign.owner", type: "user", column: "owner_id", indexed: true }),
  field({ id: "campaign.channel", label: "campaign.channel", type: "text", column: "channel" }),
  field({
    id: "campaign.budget",
    label: "campaign.budget",
    type: "money",
    amountColumn: "budget_amount",
    currencyColumn: "currency",
    currencies: ["CNY"],
  }),
  field({
    id: "campaign.spent",
    label: "campaign.spent",
    type: "money",
    amount: (alias) =>
      sql`(select coalesce(sum(spent.amount), 0) from campaign_cost as spent where spent.campaign_id = ${sql.ref(`${alias}.id`)} and spent.currency = ${sql.ref(`${alias}.currency`)})`,
    currency: (alias) => sql.ref(`${alias}.currency`),
    read: (campaign) => ({ amount: campaign.spent, currency: campaign.currency }),
    currencies: ["CNY"],
  }),
  field({ id: "campaign.startsOn", label: "campaign.startsOn", type: "date", storage: "day", column: "starts_on" }),
  field({ id: "campaign.endsOn", label: "campaign.endsOn", type: "date", storage: "day", column: "ends_on" }),
];

export const campaignFields = fieldSet(campaignFieldList);
