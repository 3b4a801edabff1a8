import { TOUCH_KINDS } from "@tongzhou/contract/touch-kinds";
import { fieldSet, fieldsOf } from "../../platform/conditions/index.ts";
import type { FieldSet } from "../../platform/conditions/index.ts";
import type { HouseField } from "../../platform/custom-fields/house-field.ts";
import { withFieldsOfRules } from "../../platform/custom-fields/house-fields-in-rules.ts";
import { accountFieldList } from "../accounts/index.ts";
import { contactFieldList } from "../contacts/index.ts";
import { leadFieldList } from "../leads/index.ts";

/** A touch as the conditions of engagement rules see it. */
export interface RuledTouch {
  readonly kind: string;
  readonly channel: string | null;
  readonly campaign_id: string | null;
  readonly product_line_id: string | null;
  readonly title: string | null;
}

const touch = fieldsOf<RuledTouch>("touch");
const collection = (source: string) => ({ kind: "source", source }) as const;

/** What a lead is from the beginning; where it stands and who has it is no part of how well it fits. */
const FACTS = [
  "lead.account",
  "lead.productLine",
  "lead.campaign",
  "lead.source",
  "lead.selfSourced",
  "lead.capturedAt",
];

/** What fit rules may ask: who the lead is, its contact and its account. */
export const leadRuleFields = fieldSet(
  leadFieldList.filter(({ id }) => FACTS.includes(id)),
  contactFieldList,
  accountFieldList,
);

/** Those with what the company added to contacts and accounts. */
export const fitFields = (houseFields: readonly HouseField[]): FieldSet =>
  withFieldsOfRules(leadRuleFields, houseFields, ["contact", "account"]);

/** What the condition of an engagement rule may ask of a touch. */
export const touchRuleFields = fieldSet([
  touch({
    id: "touch.kind",
    label: "touch.kind",
    type: "enum",
    column: "kind",
    options: { kind: "list", options: TOUCH_KINDS.map((kind) => ({ value: kind, label: `touch.kind.${kind}` })) },
  }),
  touch({ id: "touch.title", label: "touch.title", type: "text", column: "title" }),
  touch({ id: "touch.channel", label: "touch.channel", type: "text", column: "channel" }),
  touch({
    id: "touch.campaign",
    label: "touch.campaign",
    type: "enum",
    storage: "uuid",
    column: "campaign_id",
    options: collection("campaign"),
  }),
  touch({
    id: "touch.productLine",
    label: "touch.productLine",
    type: "enum",
    storage: "uuid",
    column: "product_line_id",
    options: collection("product_line"),
  }),
]);
