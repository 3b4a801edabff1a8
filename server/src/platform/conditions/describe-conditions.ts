import { CONDITION_OPERATORS } from "@tongzhou/contract/condition-operators";
import type { DescribedGroup, DescribedRule, DescribedValue } from "@tongzhou/contract/condition-description";
import { CONDITION_VALUES } from "@tongzhou/contract/condition-values";
import type { ConditionDay, ConditionPeriod, ConditionValueShape } from "@tongzhou/contract/condition-values";
import { isRuleGroup } from "@tongzhou/contract/conditions";
import type { ConditionRule, RuleGroup } from "@tongzhou/contract/conditions";
import type { ConditionContext } from "./condition-context.ts";
import type { Field, FieldSet } from "./field.ts";

type Reader = Pick<ConditionContext, "fields" | "accessTo">;

/**
 * A condition as tokens from which the web writes the sentence in the reader's language. Stored conditions may have outlived
 * a field, an option or a right: then the field has no label or the value is absent, and the web says so.
 */
export function describeConditions(group: RuleGroup, reader: Reader): DescribedGroup {
  return describeGroup(group, "", reader.fields, reader.accessTo);
}

function describeGroup(group: RuleGroup, path: string, fields: FieldSet, accessTo: Reader["accessTo"]): DescribedGroup {
  const parts = group.rules.map((part, index) => {
    const partPath = `${path}/rules/${index}`;
    return isRuleGroup(part)
      ? describeGroup(part, partPath, fields, accessTo)
      : describeRule(part, partPath, fields, accessTo);
  });
  return { kind: "group", path, combinator: group.combinator, not: group.not ?? false, parts };
}

/** A hidden field is left out with all that is asked of it; of a masked one the value, which may be the very thing that is masked. */
function describeRule(
  rule: ConditionRule,
  path: string,
  fields: FieldSet,
  accessTo: Reader["accessTo"],
): DescribedRule {
  const { operator } = rule;
  const field = fields.get(rule.field);
  const access = field ? accessTo(field.id) : "hidden";
  if (!field || access === "hidden") return { kind: "rule", path, field: { id: rule.field }, operator };
  const value = access === "masked" ? undefined : describeRuleValue(rule, path, field, accessTo);
  return { kind: "rule", path, field: { id: field.id, label: field.label, type: field.type }, operator, value };
}

function describeRuleValue(
  rule: ConditionRule,
  path: string,
  field: Field,
  accessTo: Reader["accessTo"],
): DescribedValue | undefined {
  const shapes: Readonly<Record<string, ConditionValueShape>> = CONDITION_OPERATORS[field.type];
  const shape = shapes[rule.operator];
  if (shape === undefined || shape === "nothing") return undefined;
  if (shape === "related" || shape === "relatedCount") {
    return field.type === "related" ? describeRelated(rule.value, `${path}/value`, field, accessTo) : undefined;
  }
  const read = CONDITION_VALUES[shape].safeParse(rule.value);
  return read.success ? describeValue(shape, read.data, field) : undefined;
}

function describeRelated(
  value: unknown,
  path: string,
  field: Extract<Field, { type: "related" }>,
  accessTo: Reader["accessTo"],
): DescribedValue | undefined {
  const read = CONDITION_VALUES.related.extend({ count: CONDITION_VALUES.number.optional() }).safeParse(value);
  if (!read.success) return undefined;
  const { count, within, where } = read.data;
  const spanField = field.at && accessTo(field.at.id) !== "hidden" ? field.at : undefined;
  const span = within && spanField && describeRuleValue({ field: spanField.id, ...within }, path, spanField, accessTo);
  return {
    kind: "related",
    count,
    within: within && span ? { operator: within.operator, value: span } : undefined,
    where: where && describeGroup(where, `${path}/where`, field.fields, accessTo),
  };
}

function describeValue(shape: ConditionValueShape, value: unknown, field: Field): DescribedValue {
  const list = (items: unknown, item: ConditionValueShape): DescribedValue => ({
    kind: "list",
    items: (items as unknown[]).map((one) => describeValue(item, one, field)),
  });
  const range = (from: unknown, to: unknown, border: ConditionValueShape): DescribedValue => ({
    kind: "range",
    from: describeValue(border, from, field),
    to: describeValue(border, to, field),
  });
  switch (shape) {
    case "number":
      return { kind: "number", number: value as number, unit: field.type === "number" ? field.unit : undefined };
    case "money":
      return { kind: "money", ...(value as { amount: number; currency: string }) };
    case "moneyRange": {
      const { from, to, currency } = value as { from: number; to: number; currency: string };
      return range({ amount: from, currency }, { amount: to, currency }, "money");
    }
    case "day":
      return { kind: "day", day: value as ConditionDay };
    case "dayCount":
      return { kind: "days", days: value as number };
    case "period":
      return { kind: "period", period: value as ConditionPeriod };
    case "option":
      return describeOption(value as string, field);
    case "user":
      return { kind: "user", user: value as string };
    case "team":
      return { kind: "team", team: value as string };
    case "boolean":
      return { kind: "boolean", boolean: value as boolean };
    case "regionList":
      return { kind: "list", items: (value as string[]).map((code) => ({ kind: "region", code })) };
    case "textList":
      return list(value, "text");
    case "optionList":
      return list(value, "option");
    case "userList":
      return list(value, "user");
    case "numberRange":
    case "dayRange": {
      const [from, to] = value as [unknown, unknown];
      return range(from, to, shape === "dayRange" ? "day" : "number");
    }
    default:
      return { kind: "text", text: String(value) };
  }
}

function describeOption(value: string, field: Field): DescribedValue {
  if (field.type !== "enum" && field.type !== "many") return { kind: "option", value };
  const { options } = field;
  if (options.kind === "source") return { kind: "option", value, source: options.source };
  return { kind: "option", value, label: options.options.find((option) => option.value === value)?.label };
}
