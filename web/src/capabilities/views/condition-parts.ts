import type { ConditionField } from "@tongzhou/contract/condition-fields";
import { CONDITION_OPERATORS } from "@tongzhou/contract/condition-operators";
import type { ConditionValueShape } from "@tongzhou/contract/condition-values";
import type { ConditionRule, RuleGroup } from "@tongzhou/contract/conditions";

/** A week is the span people mean by "lately". */
const USUAL_DAYS = 7;

/** What kind of value an operator of a field takes. */
export function shapeOf(field: ConditionField, operator: string): ConditionValueShape {
  const shapes: Readonly<Record<string, ConditionValueShape>> = CONDITION_OPERATORS[field.type];
  return shapes[operator] ?? "nothing";
}

/** Operators that ask for a code as a whole; the others look for a piece of its text. */
const WHOLE: ReadonlySet<string> = new Set(["is", "is_not", "any_of", "none_of"]);

export const isWholeCode = (operator: string): boolean => WHOLE.has(operator);

/** A value to begin with; undefined where only a person can say. */
export function firstValue(shape: ConditionValueShape): unknown {
  switch (shape) {
    case "boolean":
      return true;
    case "dayCount":
      return USUAL_DAYS;
    case "period":
      return "this_month";
    case "related":
      return {};
    case "relatedCount":
      return { count: 1 };
    default:
      return undefined;
  }
}

/** A rule on a field with its first operator. */
export function newRule(field: ConditionField): ConditionRule {
  const operator = field.operators[0] ?? "is";
  return { field: field.id, operator, value: firstValue(shapeOf(field, operator)) };
}

/** The same rule with another operator; the value stays when it still fits. */
export function withOperator(field: ConditionField, rule: ConditionRule, operator: string): ConditionRule {
  const [before, after] = [shapeOf(field, rule.operator), shapeOf(field, operator)];
  return { field: rule.field, operator, value: before === after ? rule.value : firstValue(after) };
}

/** Where the options of a field come from. */
export function sourceOf(field: ConditionField, shape: ConditionValueShape): string | undefined {
  if (shape === "user" || shape === "userList") return "user";
  if (shape === "team") return "team";
  const isChoice = field.type === "enum" || field.type === "many";
  return isChoice && field.options.kind === "source" ? field.options.source : undefined;
}

/** Whether a rule says everything it must; half of one is kept on the page and not asked for. */
export function isComplete(rule: ConditionRule | RuleGroup): boolean {
  if ("rules" in rule) return rule.rules.length > 0 && rule.rules.every(isComplete);
  if (TAKES_NOTHING.has(rule.operator)) return true;
  const { value } = rule;
  if (value === undefined || value === "") return false;
  return !Array.isArray(value) || (value.length > 0 && value.every((each) => each !== undefined && each !== ""));
}

const TAKES_NOTHING = new Set(["empty", "not_empty"]);

/** A value as it is sent: nothing where the operator takes none. */
export function tidied(group: RuleGroup): RuleGroup {
  const rules = group.rules.filter(isComplete).map((part) => {
    if ("rules" in part) return tidied(part);
    const { value, ...rest } = part;
    return value === undefined ? rest : { ...rest, value };
  });
  return { ...group, rules };
}
