import type { ConditionValue, ConditionValueShape } from "./condition-values.ts";

/**
 * Every operator of every type of field, with the shape of its value. A negative operator ("is not", "contains not",
 * "has none", "not in the last …") is true exactly where its positive one is not, so it includes the empty ones.
 *
 * - Texts are compared without regard to case and width: both sides in NFKC, then in lower case, character by character.
 *   `%` and `_` mean themselves. A text is empty when it is missing or has no characters.
 * - Days are the company's. "In the last 14 days" is today and the 13 days before, "in the next 14 days" today and the 13
 *   after; `before` and `after` leave the day itself out, `between` takes both its days in.
 * - An amount of another currency is neither equal, nor more, nor less.
 */
export const CONDITION_OPERATORS = {
  text: {
    is: "text",
    is_not: "text",
    any_of: "textList",
    none_of: "textList",
    contains: "text",
    not_contains: "text",
    starts_with: "text",
    ends_with: "text",
    empty: "nothing",
    not_empty: "nothing",
  },
  number: {
    is: "number",
    is_not: "number",
    less_than: "number",
    at_most: "number",
    more_than: "number",
    at_least: "number",
    between: "numberRange",
    empty: "nothing",
    not_empty: "nothing",
  },
  money: {
    is: "money",
    is_not: "money",
    less_than: "money",
    at_most: "money",
    more_than: "money",
    at_least: "money",
    between: "moneyRange",
    empty: "nothing",
    not_empty: "nothing",
  },
  date: {
    on: "day",
    not_on: "day",
    before: "day",
    after: "day",
    on_or_before: "day",
    on_or_after: "day",
    between: "dayRange",
    in_last: "dayCount",
    not_in_last: "dayCount",
    in_next: "dayCount",
    in_period: "period",
    empty: "nothing",
    not_empty: "nothing",
  },
  enum: {
    is: "option",
    is_not: "option",
    any_of: "optionList",
    none_of: "optionList",
    empty: "nothing",
    not_empty: "nothing",
  },
  many: {
    has_any: "optionList",
    has_all: "optionList",
    has_none: "optionList",
    empty: "nothing",
    not_empty: "nothing",
  },
  region: {
    within: "regionList",
    not_within: "regionList",
    empty: "nothing",
    not_empty: "nothing",
  },
  user: {
    is: "user",
    is_not: "user",
    any_of: "userList",
    none_of: "userList",
    in_team: "team",
    not_in_team: "team",
    in_team_or_below: "team",
    not_in_team_or_below: "team",
    empty: "nothing",
    not_empty: "nothing",
  },
  boolean: {
    is: "boolean",
    is_not: "boolean",
    empty: "nothing",
    not_empty: "nothing",
  },
  related: {
    exists: "related",
    not_exists: "related",
    at_least: "relatedCount",
    at_most: "relatedCount",
    exactly: "relatedCount",
  },
} as const satisfies Record<string, Record<string, ConditionValueShape>>;

export type ConditionType = keyof typeof CONDITION_OPERATORS;
export type ConditionOperator<Type extends ConditionType> = keyof (typeof CONDITION_OPERATORS)[Type];

type ShapeOf<
  Type extends ConditionType,
  Operator extends ConditionOperator<Type>,
> = (typeof CONDITION_OPERATORS)[Type][Operator] extends infer Shape extends ConditionValueShape ? Shape : never;

/** An operator of a type together with its value: what a rule says about its field. */
export type ConditionTest<Type extends ConditionType> = {
  readonly [Operator in ConditionOperator<Type>]: {
    readonly operator: Operator;
    readonly value: ConditionValue<ShapeOf<Type, Operator>>;
  };
}[ConditionOperator<Type>];

/** The operators that are true exactly where their positive one is not. (`not_empty` is the one other of this kind.) */
export const NEGATIVE_OPERATORS: ReadonlySet<string> = new Set([
  "is_not",
  "none_of",
  "not_contains",
  "not_on",
  "not_in_last",
  "has_none",
  "not_within",
  "not_in_team",
  "not_in_team_or_below",
]);

/** The operators a window over related rows may use: which of them lie in a span of days. */
export const WINDOW_OPERATORS = [
  "on",
  "before",
  "after",
  "on_or_before",
  "on_or_after",
  "between",
  "in_last",
  "in_next",
  "in_period",
] as const satisfies readonly ConditionOperator<"date">[];
