import type { ConditionTest } from "@tongzhou/contract/condition-operators";
import { isRuleGroup } from "@tongzhou/contract/conditions";
import type { ConditionRule, RuleGroup } from "@tongzhou/contract/conditions";
import type { ConditionContext } from "./condition-context.ts";
import { dayMeets } from "./evaluate-day.ts";
import type { Field, FieldSet, Money, RelatedField, TextField } from "./field.ts";
import { foldText } from "./fold-text.ts";

/** A record and what it is joined with, by object: `{ lead: row, contact: row, account: null }`. */
export type ConditionRecord = Readonly<Record<string, unknown>>;

/**
 * Whether a record in memory meets a condition that `checkConditions` has let pass. It knows nothing of the compiler: the two
 * are held against each other by the property test, and this one is written to be read.
 * @throws Error when the condition names a field or an operator that does not exist.
 */
export function evaluateConditions(group: RuleGroup, record: ConditionRecord, context: ConditionContext): boolean {
  return groupMeets(group, record, context.fields, context);
}

function groupMeets(group: RuleGroup, record: ConditionRecord, fields: FieldSet, context: ConditionContext): boolean {
  const outcomes = group.rules.map((part) =>
    isRuleGroup(part) ? groupMeets(part, record, fields, context) : ruleMeets(part, record, fields, context),
  );
  const met = group.combinator === "and" || outcomes.length === 0 ? !outcomes.includes(false) : outcomes.includes(true);
  return group.not ? !met : met;
}

function ruleMeets(rule: ConditionRule, record: ConditionRecord, fields: FieldSet, context: ConditionContext): boolean {
  const field = fields.get(rule.field);
  if (!field) throw new Error(`no field is called ${rule.field}`);
  const { operator, value } = rule;
  const own = record[field.object] ?? null;
  if (field.type === "related")
    return relatedMeets(field, { operator, value } as ConditionTest<"related">, own, context);
  const held = field.read(own);
  const empty = held === null || held === undefined || held === "" || (Array.isArray(held) && held.length === 0);
  if (operator === "empty") return empty;
  if (operator === "not_empty") return !empty;
  return heldMeets(field, empty ? null : held, operator, value, context);
}

/** `held` is null when the field is empty: then only the negative operators are met. */
function heldMeets(
  field: Exclude<Field, RelatedField>,
  held: unknown,
  operator: string,
  value: unknown,
  context: ConditionContext,
): boolean {
  const met = (positive: (held: never) => boolean): boolean => held !== null && positive(held as never);
  switch (field.type) {
    case "text":
      return textMeets(field, held as string | null, { operator, value } as ConditionTest<"text">);
    case "number":
      return numberMeets(held === null ? null : Number(held), operator, value as number | [number, number]);
    case "money": {
      const money = held as Money | null;
      const asked = value as { currency: string; amount: number; from: number; to: number };
      const comparable = money !== null && money.currency === asked.currency ? money.amount : null;
      return numberMeets(comparable, operator, operator === "between" ? [asked.from, asked.to] : asked.amount);
    }
    case "date":
      return dayMeets(held as Date | string | null, { operator, value } as ConditionTest<"date">, context);
    case "enum":
    case "boolean": {
      const asked = Array.isArray(value) ? value : [value];
      return met((one: unknown) => asked.includes(one)) === (operator === "is" || operator === "any_of");
    }
    case "many": {
      const asked = value as string[];
      if (operator === "has_all") return met((all: string[]) => asked.every((one) => all.includes(one)));
      return met((all: string[]) => all.some((one) => asked.includes(one))) === (operator === "has_any");
    }
    case "region":
      return met((code: string) => (value as string[]).some((area) => liesIn(code, area))) === (operator === "within");
    case "user": {
      const meant = usersMeant(operator, value, context);
      return (
        met((user: string) => meant.includes(user)) ===
        ["is", "any_of", "in_team", "in_team_or_below"].includes(operator)
      );
    }
  }
}

function textMeets(field: TextField, held: string | null, { operator, value }: ConditionTest<"text">): boolean {
  const same = (asked: string): boolean => {
    if (held === null) return false;
    return field.exact ? held === field.exact(asked) : foldText(held) === foldText(asked);
  };
  const folded = held === null ? null : foldText(held);
  switch (operator) {
    case "is":
      return same(value);
    case "is_not":
      return !same(value);
    case "any_of":
      return value.some(same);
    case "none_of":
      return !value.some(same);
    case "contains":
      return folded !== null && folded.includes(foldText(value));
    case "not_contains":
      return folded === null || !folded.includes(foldText(value));
    case "starts_with":
      return folded !== null && folded.startsWith(foldText(value));
    case "ends_with":
      return folded !== null && folded.endsWith(foldText(value));
    case "empty":
    case "not_empty":
      throw new Error("emptiness is decided before");
  }
}

function numberMeets(held: number | null, operator: string, value: number | [number, number]): boolean {
  if (operator === "is_not") return held !== value;
  if (held === null) return false;
  if (typeof value !== "number") return value[0] <= held && held <= value[1];
  if (operator === "is") return held === value;
  if (operator === "less_than") return held < value;
  if (operator === "at_most") return held <= value;
  if (operator === "more_than") return held > value;
  if (operator === "at_least") return held >= value;
  throw new Error(`numbers know no ${operator}`);
}

/** A province ends in 0000, a prefecture in 00. */
function liesIn(code: string, area: string): boolean {
  if (area.endsWith("0000")) return code.slice(0, 2) === area.slice(0, 2);
  if (area.endsWith("00")) return code.slice(0, 4) === area.slice(0, 4);
  return code.slice(0, 6) === area;
}

function usersMeant(operator: string, value: unknown, { viewer, teamMembers }: ConditionContext): readonly string[] {
  const asked = (Array.isArray(value) ? value : [value]) as string[];
  if (!operator.includes("in_team")) return asked.map((user) => (user === "me" && viewer ? viewer.userId : user));
  const team = asked[0] === "mine" ? viewer?.teamId : asked[0];
  return (team && teamMembers(team, operator.endsWith("or_below"))) || [];
}

function relatedMeets(
  field: RelatedField,
  { operator, value }: ConditionTest<"related">,
  own: unknown,
  context: ConditionContext,
): boolean {
  const { at, fields, rows } = field;
  const { within, where } = value;
  const counted = (field.read(own) ?? []).filter(
    (row) =>
      (!within || dayMeets(at?.read(row) ?? null, within as ConditionTest<"date">, context)) &&
      (!where || groupMeets(where, { [rows]: row }, fields, context)),
  ).length;
  if (operator === "exists") return counted > 0;
  if (operator === "not_exists") return counted === 0;
  if (operator === "at_least") return counted >= value.count;
  if (operator === "at_most") return counted <= value.count;
  return counted === value.count;
}
