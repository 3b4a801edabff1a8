import { z } from "zod";
import type { ConditionProblem } from "./condition-problems.ts";

/** Groups within groups, the outermost included; filters of related rows count as groups. */
export const MAX_CONDITION_DEPTH = 8;
/** Rules of all groups together. */
export const MAX_CONDITION_RULES = 200;

const MAX_ID = 64;
const MAX_FIELD = 120;
const MAX_OPERATOR = 40;

/** One condition: a published field, an operator of its type (`condition-operators.ts`) and a value of the operator's shape. */
export interface ConditionRule {
  readonly id?: string | undefined;
  readonly field: string;
  readonly operator: string;
  readonly value?: unknown;
}

/**
 * The one condition language (the JSON of react-querybuilder is its model). An empty outermost group matches everything;
 * below it an empty group is refused. `not` turns around what the group says: true exactly for the records it is not true for.
 */
export interface RuleGroup {
  readonly id?: string | undefined;
  readonly combinator: "and" | "or";
  readonly not?: boolean | undefined;
  readonly rules: readonly (ConditionRule | RuleGroup)[];
}

/** The condition that every record meets. */
export const EVERYTHING: RuleGroup = { combinator: "and", rules: [] };

/** Tells groups from rules. */
export function isRuleGroup(part: ConditionRule | RuleGroup): part is RuleGroup {
  return "rules" in part;
}

const RuleShape = z.strictObject({
  id: z.string().max(MAX_ID).optional(),
  field: z.string().min(1).max(MAX_FIELD),
  operator: z.string().min(1).max(MAX_OPERATOR),
  value: z.unknown().optional(),
});

const GroupHead = z.strictObject({
  id: z.string().max(MAX_ID).optional(),
  combinator: z.enum(["and", "or"]),
  not: z.boolean().optional(),
  rules: z.array(z.unknown()),
});

const GroupShape: z.ZodType<RuleGroup> = z
  .strictObject({
    id: z.string().max(MAX_ID).optional(),
    combinator: z.enum(["and", "or"]),
    not: z.boolean().optional(),
    get rules() {
      return z.array(z.union([RuleShape, GroupShape])).max(MAX_CONDITION_RULES);
    },
  })
  .meta({ id: "RuleGroup" });

/**
 * What is wrong with the shape and the size of something that should be a group; fields, operators and values are the
 * server's to check. It looks before the recursive schema does, because that one would exhaust the stack on a million
 * brackets and could only point at the outermost group.
 */
export function ruleGroupProblems(candidate: unknown): ConditionProblem[] {
  const problems: ConditionProblem[] = [];
  let rules = 0;
  const malformed = (path: string, expected: string): void => {
    problems.push({ path, code: "malformed", parameters: { expected } });
  };
  const visitRule = (rule: object, path: string, depth: number): void => {
    rules += 1;
    if (!RuleShape.safeParse(rule).success) return malformed(path, "rule");
    const where = "value" in rule && isObject(rule.value) && "where" in rule.value ? rule.value.where : undefined;
    if (where !== undefined) visitGroup(where, `${path}/value/where`, depth + 1, true);
  };
  const visitGroup = (group: unknown, path: string, depth: number, outermost: boolean): void => {
    if (depth > MAX_CONDITION_DEPTH) {
      problems.push({ path, code: "too_deep", parameters: { maximum: MAX_CONDITION_DEPTH } });
      return;
    }
    const head = GroupHead.safeParse(group);
    if (!head.success) return malformed(path, "group");
    if (head.data.rules.length === 0 && (!outermost || head.data.not === true)) {
      problems.push({ path, code: "empty_group", parameters: {} });
    }
    // One too many is enough to refuse; the rest of a huge list is not looked at.
    head.data.rules.slice(0, MAX_CONDITION_RULES + 1).forEach((part, index) => {
      const partPath = `${path}/rules/${index}`;
      if (!isObject(part)) malformed(partPath, "rule");
      else if ("rules" in part) visitGroup(part, partPath, depth + 1, false);
      else visitRule(part, partPath, depth);
    });
  };
  visitGroup(candidate, "", 1, true);
  if (rules > MAX_CONDITION_RULES) {
    problems.push({ path: "", code: "too_many_rules", parameters: { maximum: MAX_CONDITION_RULES } });
  }
  return problems;
}

/** A group of well-formed rules within the bounds. Issues carry the problem's code in `params.code`. */
export const RuleGroup = z.preprocess((candidate, context) => {
  for (const { path, code, parameters } of ruleGroupProblems(candidate)) {
    const segments = path.split("/").slice(1);
    context.addIssue({
      code: "custom",
      path: segments.map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment)),
      message: code,
      params: { code, ...parameters },
    });
  }
  return candidate;
}, GroupShape);

function isObject(candidate: unknown): candidate is object {
  return typeof candidate === "object" && candidate !== null && !Array.isArray(candidate);
}
