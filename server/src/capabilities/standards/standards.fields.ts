import { TOUCH_KINDS } from "@tongzhou/contract/touch-kinds";
import { fieldSet, fieldsOf } from "../../platform/conditions/index.ts";
import type { Field } from "../../platform/conditions/index.ts";
import { accountFieldList } from "../accounts/index.ts";
import { contactFieldList } from "../contacts/index.ts";

/** A lead as scoring and routing rules see it. */
export interface RuledLead {
  readonly account_id: string | null;
  readonly product_line_id: string | null;
  readonly campaign_id: string | null;
  readonly source: string | null;
  readonly captured_at: Date;
}

/** A touch as the conditions of engagement rules see it. */
export interface RuledTouch {
  readonly kind: string;
  readonly channel: string | null;
  readonly campaign_id: string | null;
  readonly product_line_id: string | null;
  readonly title: string | null;
}

const lead = fieldsOf<RuledLead>("lead");
const touch = fieldsOf<RuledTouch>("touch");
const collection = (source: string) => ({ kind: "source", source }) as const;

const leadFieldList: readonly Field[] = [
  lead({
    id: "lead.account",
    label: "lead.account",
    type: "enum",
    storage: "uuid",
    column: "account_id",
    options: collection("account"),
  }),
  lead({
    id: "lead.productLine",
    label: "lead.productLine",
    type: "enum",
    storage: "uuid",
    column: "product_line_id",
    options: collection("product_line"),
  }),
  lead({
    id: "lead.campaign",
    label: "lead.campaign",
    type: "enum",
    storage: "uuid",
    column: "campaign_id",
    options: collection("campaign"),
  }),
  lead({ id: "lead.source", label: "lead.source", type: "text", column: "source" }),
  lead({ id: "lead.capturedAt", label: "lead.capturedAt", type: "date", storage: "instant", column: "captured_at" }),
];

/** What fit rules and routing rules may ask: who the lead is, its contact and its account. */
export const leadRuleFields = fieldSet(leadFieldList, contactFieldList, accountFieldList);

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
