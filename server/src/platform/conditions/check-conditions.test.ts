import { MAX_CONDITION_DEPTH, MAX_CONDITION_RULES } from "@tongzhou/contract/conditions";
import type { ConditionRule, RuleGroup } from "@tongzhou/contract/conditions";
import { expect, test } from "vitest";
import { checkConditions } from "./check-conditions.ts";
import type { ConditionContext } from "./condition-context.ts";
import { worldContext } from "./condition-world.fixture.ts";

const all = (...rules: (ConditionRule | RuleGroup)[]): RuleGroup => ({ combinator: "and", rules });
const rule = (field: string, operator: string, value?: unknown): ConditionRule => ({ field, operator, value });

/** Problems as `path code`, with parameters where they are asked for. */
function problems(group: unknown, context: Partial<ConditionContext> = {}): string[] {
  const checked = checkConditions(group as RuleGroup, { ...worldContext, ...context });
  return checked.ok ? [] : checked.problems.map(({ path, code }) => `${path} ${code}`);
}
function parameters(one: ConditionRule): unknown {
  const checked = checkConditions(all(one), worldContext);
  return checked.ok ? undefined : checked.problems[0]?.parameters;
}

test("names every wrong rule by its path, not only the first", () => {
  const group = all(
    rule("sample.title", "is", "ok"),
    all(rule("sample.secret", "is", "x"), all(rule("sample.age", "is", "12"), rule("sample.title", "resembles", "x"))),
    rule("sample.visits", "at_least", { count: 2, where: all(rule("visit.seconds", "is", true)) }),
  );
  expect(problems(group)).toEqual([
    "/rules/1/rules/0/field unknown_field",
    "/rules/1/rules/1/rules/0/value wrong_type",
    "/rules/1/rules/1/rules/1/operator unknown_operator",
    "/rules/2/value/where/rules/0/value wrong_type",
  ]);
});

test.each<[string, ConditionRule, string]>([
  ["no value", rule("sample.age", "is"), "/rules/0/value value_missing"],
  ["an empty text", rule("sample.title", "contains", ""), "/rules/0/value value_missing"],
  ["an empty list", rule("sample.stage", "any_of", []), "/rules/0/value value_missing"],
  ["a phone without a digit", rule("sample.phone", "any_of", ["138", "--"]), "/rules/0/value/1 value_missing"],
  ["a value where none belongs", rule("sample.title", "empty", "x"), "/rules/0/value wrong_type"],
  ["a text of 201 characters", rule("sample.title", "is", "张".repeat(201)), "/rules/0/value too_long"],
  ["a list of 1,001", rule("sample.tags", "has_any", Array(1001).fill("a")), "/rules/0/value too_many_values"],
  ["the null character", rule("sample.title", "is", "a\0"), "/rules/0/value bad_text"],
  ["half a surrogate pair", rule("sample.title", "is", "\ud83d"), "/rules/0/value bad_text"],
  ["a fraction of a whole number", rule("sample.age", "is", 1.5), "/rules/0/value wrong_type"],
  ["more than the column can hold", rule("sample.age", "between", [0, 2 ** 31]), "/rules/0/value/1 out_of_range"],
  ["infinity", rule("sample.ratio", "is", Infinity), "/rules/0/value wrong_type"],
  ["a range from high to low", rule("sample.age", "between", [2, 1]), "/rules/0/value range_reversed"],
  ["half a range", rule("sample.age", "between", [2]), "/rules/0/value value_missing"],
  ["an amount without a currency", rule("sample.amount", "is", { amount: 1 }), "/rules/0/value/currency value_missing"],
  [
    "a part of a fen",
    rule("sample.amount", "is", { amount: 0.5, currency: "CNY" }),
    "/rules/0/value/amount wrong_type",
  ],
  [
    "a currency we never use",
    rule("sample.amount", "is", { amount: 1, currency: "EUR" }),
    "/rules/0/value/currency unknown_option",
  ],
  ["30 February", rule("sample.born", "on", "2024-02-30"), "/rules/0/value bad_date"],
  [
    "29 February of a common year",
    rule("sample.born", "between", ["2025-02-29", "2025-03-01"]),
    "/rules/0/value/0 bad_date",
  ],
  ["an instant for a day", rule("sample.born", "on", "2024-02-28T00:00:00Z"), "/rules/0/value bad_date"],
  ["a day of 1815", rule("sample.born", "on", "1815-06-18"), "/rules/0/value bad_date"],
  [
    "days from the future to the past",
    rule("sample.born", "between", [{ daysFromToday: 1 }, { daysFromToday: 0 }]),
    "/rules/0/value range_reversed",
  ],
  ["the last 0 days", rule("sample.born", "in_last", 0), "/rules/0/value out_of_range"],
  ["a period of another calendar", rule("sample.born", "in_period", "this_fortnight"), "/rules/0/value wrong_type"],
  ["an option that is none", rule("sample.stage", "any_of", ["raw", "cooked"]), "/rules/0/value/1 unknown_option"],
  ["a campaign that is no id", rule("sample.campaign", "is", "spring fair"), "/rules/0/value wrong_type"],
  ["a province by name", rule("sample.region", "within", ["浙江"]), "/rules/0/value/0 bad_region"],
  ["a region of five digits", rule("sample.region", "within", ["330000", "33010"]), "/rules/0/value/1 bad_region"],
  ["a user that is no id", rule("sample.owner", "any_of", ["me", "陈浩"]), "/rules/0/value/1 wrong_type"],
  ["a team that is gone", rule("sample.owner", "in_team", "west"), "/rules/0/value unknown_team"],
  ["a text for yes or no", rule("sample.vip", "is", "true"), "/rules/0/value wrong_type"],
  [
    "a count of rows below nothing",
    rule("sample.visits", "at_least", { count: -1 }),
    "/rules/0/value/count out_of_range",
  ],
  ["no count", rule("sample.visits", "at_most", {}), "/rules/0/value/count value_missing"],
  ["a count where any will do", rule("sample.visits", "exists", { count: 2 }), "/rules/0/value wrong_type"],
  [
    "a window without days",
    rule("sample.visits", "exists", { within: { operator: "in_last" } }),
    "/rules/0/value/within/value value_missing",
  ],
  [
    "a window of empty days",
    rule("sample.visits", "exists", { within: { operator: "empty", value: null } }),
    "/rules/0/value/within/operator unknown_operator",
  ],
  [
    "a field of the record inside its rows",
    rule("sample.visits", "exists", { where: all(rule("sample.age", "is", 1)) }),
    "/rules/0/value/where/rules/0/field unknown_field",
  ],
  [
    "a comparison with another field",
    { ...rule("sample.title", "is", "x"), valueSource: "field" } as ConditionRule,
    "/rules/0 malformed",
  ],
  ["a rule without a field", { operator: "is", value: 1 } as unknown as ConditionRule, "/rules/0 malformed"],
  ["an operator of the prototype", rule("sample.title", "toString", "x"), "/rules/0/operator unknown_operator"],
])("refuses %s", (_what, wrong, problem) => {
  expect(problems(all(wrong))).toEqual([problem]);
});

test("says what would have been allowed", () => {
  expect(parameters(rule("sample.age", "is", 2 ** 40))).toEqual({ minimum: -2147483648, maximum: 2147483647 });
  expect(parameters(rule("sample.vip", "contains", "x"))).toEqual({
    operator: "contains",
    allowed: ["is", "is_not", "empty", "not_empty"],
  });
  expect(parameters(rule("sample.stage", "is", "cooked"))).toEqual({ option: "cooked" });
});

test("lets the empty condition pass, but no empty group inside and none turned around", () => {
  expect(problems(all())).toEqual([]);
  expect(problems({ combinator: "or", not: true, rules: [] })).toEqual([" empty_group"]);
  expect(problems(all(rule("sample.vip", "is", true), all()))).toEqual(["/rules/1 empty_group"]);
  expect(problems(all(rule("sample.visits", "exists", { where: all() })))).toEqual([]);
});

test("a masked field may not be asked, a hidden one does not exist, and inner fields count too", () => {
  const group = all(
    rule("sample.phone", "is", "13800138000"),
    rule("sample.title", "empty"),
    rule("sample.visits", "exists", {
      within: { operator: "in_last", value: 7 },
      where: all(rule("visit.page", "empty")),
    }),
  );
  const access = {
    "sample.phone": "masked",
    "sample.title": "hidden",
    "visit.at": "masked",
    "visit.page": "hidden",
  } as const;
  const accessTo = (id: string): "masked" | "hidden" | "edit" => access[id as keyof typeof access] ?? "edit";
  expect(problems(group, { accessTo })).toEqual([
    "/rules/0/field not_permitted",
    "/rules/1/field unknown_field",
    "/rules/2/value/within not_permitted",
    "/rules/2/value/where/rules/0/field unknown_field",
  ]);
});

test("'me' and 'mine' need somebody who looks", () => {
  const group = all(rule("sample.owner", "any_of", ["me"]), rule("sample.owner", "in_team_or_below", "mine"));
  expect(problems(group, { viewer: null })).toEqual(["/rules/0/value/0 needs_viewer", "/rules/1/value needs_viewer"]);
  expect(problems(group, { viewer: { userId: "0197c3a0-0000-7000-8000-000000000009", teamId: null } })).toEqual([]);
});

test("counts depth and rules over related rows too, and stops at the bounds", () => {
  const nested = (depth: number): RuleGroup =>
    depth === 1 ? all(rule("sample.vip", "is", true)) : all(nested(depth - 1));
  expect(problems(nested(MAX_CONDITION_DEPTH))).toEqual([]);
  expect(problems(nested(MAX_CONDITION_DEPTH + 1))).toEqual([`${"/rules/0".repeat(MAX_CONDITION_DEPTH)} too_deep`]);

  const inRows = (depth: number): RuleGroup =>
    depth === 1
      ? all(rule("sample.visits", "exists", { where: all(rule("visit.page", "empty")) }))
      : all(inRows(depth - 1));
  expect(problems(inRows(MAX_CONDITION_DEPTH - 1))).toEqual([]);
  expect(problems(inRows(MAX_CONDITION_DEPTH))).toEqual([
    `${"/rules/0".repeat(MAX_CONDITION_DEPTH)}/value/where too_deep`,
  ]);

  const many = (count: number): ConditionRule[] => Array(count).fill(rule("sample.vip", "is", true));
  expect(problems(all(...many(MAX_CONDITION_RULES)))).toEqual([]);
  expect(problems(all(all(...many(150)), all(...many(51))))).toEqual([" too_many_rules"]);
});
