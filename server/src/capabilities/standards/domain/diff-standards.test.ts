import type { LeadStandard } from "@tongzhou/contract/lead-standard";
import { expect, test } from "vitest";
import { defaultStandard } from "./default-standard.ts";
import { diffStandards } from "./diff-standards.ts";

const shipped = defaultStandard();
const against = (change: Partial<LeadStandard>) => diffStandards(shipped, { ...shipped, ...change });

test("two equal standards differ in nothing, in whatever order their entries are", () => {
  const other = defaultStandard();
  expect(diffStandards(shipped, other)).toEqual([]);
  expect(
    against({ fitRules: shipped.fitRules.toReversed(), rejectReasons: shipped.rejectReasons.toReversed() }),
  ).toEqual([]);
});

test("cells painted otherwise and borders moved", () => {
  const { D4: _, ...matrix } = shipped.matrix;
  expect(against({ matrix: { ...matrix, B2: "mql" }, fitBorders: { A: 80, B: 50, C: 25 } })).toEqual([
    { code: "diff.cell_painted", params: { cell: "B2", from: "qualify", to: "mql" } },
    { code: "diff.cell_painted", params: { cell: "D4", from: "hold", to: null } },
    { code: "diff.border_moved", params: { grade: "A", from: 75, to: 80 } },
  ]);
  expect(against({ engagementBorders: { 1: 60, 2: 25, 3: 10 } })).toEqual([
    { code: "diff.border_moved", params: { grade: 2, from: 30, to: 25 } },
  ]);
});

test("rules that came, went and changed", () => {
  const [form, pricing, ...others] = shipped.engagementRules;
  if (form === undefined || pricing === undefined) throw new Error("the shipped standard scores forms and prices");
  const demo = { ...form, id: "demo", name: "约了演示", points: 40 };
  expect(against({ engagementRules: [{ ...pricing, halfLifeDays: 10, cap: null }, ...others, demo] })).toEqual([
    { code: "diff.engagement_rule_changed", params: { name: "看报价页", property: "halfLifeDays", from: 7, to: 10 } },
    { code: "diff.engagement_rule_changed", params: { name: "看报价页", property: "cap", from: 30, to: null } },
    { code: "diff.engagement_rule_added", params: { name: "约了演示" } },
    { code: "diff.engagement_rule_removed", params: { name: "填了表单" } },
  ]);
});

test("a condition that says the same in another order of keys is the same", () => {
  const [industry, ...others] = shipped.fitRules;
  const [rule] = industry?.condition.rules ?? [];
  if (industry === undefined || rule === undefined || !("field" in rule))
    throw new Error("the first rule is of industry");
  const same = {
    combinator: "and" as const,
    rules: [{ value: rule.value, operator: rule.operator, field: rule.field }],
  };
  expect(against({ fitRules: [{ ...industry, condition: same }, ...others] })).toEqual([]);
  const narrower = { ...same, rules: [{ ...rule, value: ["B06"] }] };
  const [difference] = against({ fitRules: [{ ...industry, condition: narrower }, ...others] });
  expect(difference).toMatchObject({
    code: "diff.fit_rule_changed",
    params: { name: industry.name, property: "condition" },
  });
  expect(difference?.params["to"]).toContain('"value":["B06"]');
});

test("question sets and questions", () => {
  const [set] = shipped.questionSets;
  if (set === undefined) throw new Error("the shipped standard has a question set");
  const [need, ...others] = set.questions;
  if (need === undefined) throw new Error("the set asks for the need");
  const own = { ...set, productLineId: "ex" };
  expect(
    against({ questionSets: [{ ...set, passAt: 70, questions: [{ ...need, mustHave: false }, ...others] }, own] }),
  ).toEqual([
    { code: "diff.question_set_changed", params: { productLineId: null, property: "passAt", from: 60, to: 70 } },
    {
      code: "diff.question_changed",
      params: { productLineId: null, name: need.name, property: "mustHave", from: true, to: false },
    },
    { code: "diff.question_set_added", params: { productLineId: "ex" } },
  ]);
  expect(against({ questionSets: [] })).toEqual([
    { code: "diff.question_set_removed", params: { productLineId: null } },
  ]);
});

test("first-response times by cell and product line", () => {
  const own = { productLineId: "ex", cells: { A1: { answerMinutes: 5, reassignMinutes: 120 } } };
  expect(against({ responseTimes: [...shipped.responseTimes, own] })).toEqual([
    {
      code: "diff.response_time_changed",
      params: { productLineId: "ex", cell: "A1", property: "answerMinutes", from: null, to: 5 },
    },
    {
      code: "diff.response_time_changed",
      params: { productLineId: "ex", cell: "A1", property: "reassignMinutes", from: null, to: 120 },
    },
  ]);
});

test("reasons and recycle limits", () => {
  const [notReady, ...others] = shipped.rejectReasons;
  if (notReady === undefined) throw new Error("the shipped standard has reasons");
  const change = {
    rejectReasons: [{ ...notReady, wakes: false }, ...others],
    recycle: { ...shipped.recycle, remindDaysBefore: [3], maxInHand: null },
  };
  expect(against(change)).toEqual([
    { code: "diff.reject_reason_changed", params: { name: "时机未到", property: "wakes", from: true, to: false } },
    { code: "diff.recycle_changed", params: { property: "remindDaysBefore", from: "[3,1]", to: "[3]" } },
    { code: "diff.recycle_changed", params: { property: "maxInHand", from: 50, to: null } },
  ]);
});
