import { expect, test } from "vitest";
import { z } from "zod";
import { CONDITION_OPERATORS, NEGATIVE_OPERATORS } from "./condition-operators.ts";
import { EVERYTHING, MAX_CONDITION_DEPTH, MAX_CONDITION_RULES, RuleGroup } from "./conditions.ts";

const rule = { field: "lead.stage", operator: "is", value: "mql" };

function issues(candidate: unknown): [string, unknown][] {
  const read = RuleGroup.safeParse(candidate);
  if (read.success) return [];
  return read.error.issues.map((issue) => [
    issue.path.join("/"),
    issue.code === "custom" ? issue.params?.["code"] : issue.code,
  ]);
}

test("reads groups of groups of rules, and keeps what they say", () => {
  const group = { id: "g", combinator: "and", not: true, rules: [rule, { combinator: "or", rules: [rule] }] };
  expect(RuleGroup.parse(group)).toEqual(group);
  expect(RuleGroup.parse(EVERYTHING)).toEqual(EVERYTHING);
});

test("points at what is not a rule and not a group", () => {
  expect(issues(null)).toEqual([["", "malformed"]]);
  expect(issues({ combinator: "xor", rules: [] })).toEqual([["", "malformed"]]);
  expect(issues({ combinator: "and", rules: [rule, "or", { combinator: "and", rules: [{ field: "x" }] }] })).toEqual([
    ["rules/1", "malformed"],
    ["rules/2/rules/0", "malformed"],
  ]);
  expect(issues({ combinator: "and", rules: [{ ...rule, valueSource: "field" }] })).toEqual([["rules/0", "malformed"]]);
});

test("refuses a hundred thousand brackets and a hundred thousand rules without running out of anything", () => {
  const deep = JSON.parse(`${'{"combinator":"and","rules":['.repeat(100_000)}${"]}".repeat(100_000)}`) as unknown;
  expect(issues(deep)).toEqual([[Array(MAX_CONDITION_DEPTH).fill("rules/0").join("/"), "too_deep"]]);
  const long = { combinator: "and", rules: Array.from({ length: 100_000 }, () => rule) };
  expect(issues(long)).toEqual([["", "too_many_rules"]]);
  expect(issues({ combinator: "and", rules: Array.from({ length: MAX_CONDITION_RULES }, () => rule) })).toEqual([]);
});

test("has a JSON schema that names the group once and refers to it", () => {
  const schema = z.toJSONSchema(z.object({ conditions: RuleGroup }), { io: "input" });
  expect(schema.$defs?.["RuleGroup"]).toMatchObject({ type: "object", required: ["combinator", "rules"] });
});

test("every negative operator has its positive one beside it", () => {
  const positive: Record<string, string> = { has_none: "has_any", is_not: "is", none_of: "any_of" };
  for (const operators of Object.values(CONDITION_OPERATORS)) {
    for (const operator of Object.keys(operators).filter((name) => NEGATIVE_OPERATORS.has(name))) {
      expect(Object.keys(operators)).toContain(positive[operator] ?? operator.replace(/^not_/, ""));
    }
  }
});
