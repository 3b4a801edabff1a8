import { DescribedGroup } from "@tongzhou/contract/condition-description";
import { ConditionField } from "@tongzhou/contract/condition-fields";
import type { RuleGroup } from "@tongzhou/contract/conditions";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ruleGroup } from "./condition-arbitraries.fixture.ts";
import { everyField } from "./condition-context.ts";
import { worldContext, worldFields } from "./condition-world.fixture.ts";
import { describeConditions } from "./describe-conditions.ts";
import { publishFields } from "./publish-fields.ts";

const open = { fields: worldFields, accessTo: everyField };

test("puts a condition into tokens that a sentence can be made of", () => {
  const group: RuleGroup = {
    combinator: "or",
    not: true,
    rules: [
      { field: "sample.stage", operator: "any_of", value: ["raw", "gone"] },
      { field: "sample.amount", operator: "between", value: { from: 0, to: 500, currency: "CNY" } },
      {
        field: "sample.visits",
        operator: "at_least",
        value: {
          count: 2,
          within: { operator: "in_last", value: 14 },
          where: { combinator: "and", rules: [{ field: "visit.page", operator: "is", value: "/price" }] },
        },
      },
    ],
  };
  expect(describeConditions(group, open)).toEqual({
    kind: "group",
    path: "",
    combinator: "or",
    not: true,
    parts: [
      {
        kind: "rule",
        path: "/rules/0",
        field: { id: "sample.stage", label: "sample.stage", type: "enum" },
        operator: "any_of",
        value: {
          kind: "list",
          items: [
            { kind: "option", value: "raw", label: "stage.raw" },
            { kind: "option", value: "gone", label: undefined },
          ],
        },
      },
      {
        kind: "rule",
        path: "/rules/1",
        field: { id: "sample.amount", label: "sample.amount", type: "money" },
        operator: "between",
        value: {
          kind: "range",
          from: { kind: "money", amount: 0, currency: "CNY" },
          to: { kind: "money", amount: 500, currency: "CNY" },
        },
      },
      {
        kind: "rule",
        path: "/rules/2",
        field: { id: "sample.visits", label: "sample.visits", type: "related" },
        operator: "at_least",
        value: {
          kind: "related",
          count: 2,
          within: { operator: "in_last", value: { kind: "days", days: 14 } },
          where: {
            kind: "group",
            path: "/rules/2/value/where",
            combinator: "and",
            not: false,
            parts: [
              {
                kind: "rule",
                path: "/rules/2/value/where/rules/0",
                field: { id: "visit.page", label: "visit.page", type: "text" },
                operator: "is",
                value: { kind: "text", text: "/price" },
              },
            ],
          },
        },
      },
    ],
  });
});

test("says nothing of a hidden field, nor what was asked of a masked one, and shows a gone one by its id", () => {
  const group: RuleGroup = {
    combinator: "and",
    rules: [
      { field: "sample.phone", operator: "is", value: "13800138000" },
      { field: "sample.former", operator: "is", value: "x" },
      { field: "sample.title", operator: "is", value: "13800138000" },
      { field: "sample.age", operator: "is", value: "a text from when it was one" },
    ],
  };
  const access = { "sample.phone": "hidden", "sample.title": "masked" } as const;
  const accessTo = (id: string): "hidden" | "masked" | "read" => access[id as keyof typeof access] ?? "read";
  expect(describeConditions(group, { ...open, accessTo }).parts).toEqual([
    { kind: "rule", path: "/rules/0", field: { id: "sample.phone" }, operator: "is" },
    { kind: "rule", path: "/rules/1", field: { id: "sample.former" }, operator: "is" },
    {
      kind: "rule",
      path: "/rules/2",
      field: { id: "sample.title", label: "sample.title", type: "text" },
      operator: "is",
      value: undefined,
    },
    {
      kind: "rule",
      path: "/rules/3",
      field: { id: "sample.age", label: "sample.age", type: "number" },
      operator: "is",
      value: undefined,
    },
  ]);
});

test("whatever can be asked can be described, in the shape of the contract and with every value kept", () => {
  fc.assert(
    fc.property(ruleGroup(worldFields, worldContext.now, 4), (group) => {
      const described = describeConditions(group, open);
      expect(DescribedGroup.parse(JSON.parse(JSON.stringify(described)))).toEqual(
        JSON.parse(JSON.stringify(described)),
      );
      const wordless = described.parts.filter(
        (part) => part.kind === "rule" && !part.operator.endsWith("empty") && part.value === undefined,
      );
      expect(wordless).toEqual([]);
    }),
  );
});

test("publishes what the builder in the browser needs, without the hidden and with the masked closed", () => {
  const access = { "sample.phone": "masked", "sample.title": "hidden", "visit.at": "hidden" } as const;
  const published = publishFields(worldFields, (id) => access[id as keyof typeof access] ?? "read");
  expect(published.map((field) => ConditionField.parse(field))).toEqual(published);
  const byId = new Map(published.map((field) => [field.id, field]));
  expect(byId.has("sample.title")).toBe(false);
  expect(byId.get("sample.phone")).toMatchObject({ type: "text", filterable: false, indexed: true });
  expect(byId.get("sample.age")).toMatchObject({ type: "number", integer: true, unit: "unit.years", filterable: true });
  const visits = byId.get("sample.visits");
  expect(visits).toMatchObject({ type: "related", windowed: false });
  expect(visits?.type === "related" && visits.fields.map(({ id }) => id)).toEqual([
    "visit.page",
    "visit.seconds",
    "visit.clicks",
  ]);
});
