import { TOUCH_KINDS } from "@tongzhou/contract/touch-kinds";
import { fieldSet, fieldsOf } from "../../platform/conditions/index.ts";
import type { Field } from "../../platform/conditions/index.ts";
import { contactFieldList } from "../contacts/index.ts";

/** A touch as filters of touches see it. */
export interface ConditionTouch {
  readonly kind: string;
  readonly channel: string | null;
  readonly title: string | null;
  readonly campaign_id: string | null;
  readonly product_line_id: string | null;
  readonly at: Date;
}

const field = fieldsOf<ConditionTouch>("touch");
const source = (name: string) => ({ kind: "source", source: name }) as const;

const ofTouches: readonly Field[] = [
  field({
    id: "touch.kind",
    label: "touch.kind",
    type: "enum",
    column: "kind",
    options: { kind: "list", options: TOUCH_KINDS.map((value) => ({ value, label: `touch.kind.${value}` })) },
  }),
  field({ id: "touch.at", label: "touch.at", type: "date", storage: "instant", column: "at", indexed: true }),
  field({
    id: "touch.campaign",
    label: "touch.campaign",
    type: "enum",
    storage: "uuid",
    column: "campaign_id",
    options: source("campaign"),
    indexed: true,
  }),
  field({
    id: "touch.productLine",
    label: "touch.productLine",
    type: "enum",
    storage: "uuid",
    column: "product_line_id",
    options: source("product_line"),
  }),
  field({ id: "touch.title", label: "touch.title", type: "text", column: "title" }),
  field({ id: "touch.channel", label: "touch.channel", type: "text", column: "channel" }),
];

/** Contact details are asked for on the page of contacts, where the masks of each contact are known. */
const NOT_OF_TOUCHES = ["contact.phone"];

/** What filters of touches may ask: of the touch, and of whoever did it. */
export const touchFields = fieldSet(
  ofTouches,
  contactFieldList.filter(({ id }) => !NOT_OF_TOUCHES.includes(id)),
);
