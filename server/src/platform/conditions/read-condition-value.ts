import type { ConditionProblem } from "@tongzhou/contract/condition-problems";
import { ConditionProblemCode } from "@tongzhou/contract/condition-problems";
import { CONDITION_VALUES } from "@tongzhou/contract/condition-values";
import type { ConditionValueShape } from "@tongzhou/contract/condition-values";
import type { z } from "zod";

/** Reads a rule's value as its operator's shape. `path` is the pointer of the value; `refuse` is told what is wrong. */
export function readConditionValue(
  shape: ConditionValueShape,
  value: unknown,
  path: string,
  refuse: (problem: ConditionProblem) => void,
): { readonly value: unknown } | undefined {
  const read = CONDITION_VALUES[shape].safeParse(value);
  if (read.success) return { value: read.data };
  for (const issue of read.error.issues) {
    const at = [path, ...issue.path.map(String)].join("/");
    refuse({ path: at, ...reason(issue, issue.path.reduce(within, value), shape) });
  }
  return undefined;
}

/** What a value holds at one step of an issue's path. */
function within(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<PropertyKey, unknown>>)[key]
    : undefined;
}

type Reason = Omit<ConditionProblem, "path">;

function reason(issue: z.core.$ZodIssue, value: unknown, shape: ConditionValueShape): Reason {
  if (issue.code === "custom") {
    const { code, ...parameters } = issue.params ?? {};
    const known = ConditionProblemCode.safeParse(code);
    if (known.success) return { code: known.data, parameters: parameters as Reason["parameters"] };
  }
  if (issue.code === "too_small" || issue.code === "too_big") return sizeReason(issue);
  if (issue.code === "invalid_type" && (value === undefined || value === null)) {
    return { code: "value_missing", parameters: {} };
  }
  return { code: "wrong_type", parameters: { expected: shape } };
}

function sizeReason(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Reason {
  const bound = Number(issue.code === "too_small" ? issue.minimum : issue.maximum);
  if (issue.origin === "string" || issue.origin === "array") {
    if (issue.code === "too_small") return { code: "value_missing", parameters: {} };
    return { code: issue.origin === "string" ? "too_long" : "too_many_values", parameters: { maximum: bound } };
  }
  return { code: "out_of_range", parameters: { [issue.code === "too_small" ? "minimum" : "maximum"]: bound } };
}
