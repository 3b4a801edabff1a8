import { OpportunityType } from "@tongzhou/contract/opportunity-type";
import { expect, test } from "vitest";
import { defaultOpportunityType } from "./default-opportunity-type.ts";
import { validateOpportunityType } from "./validate-opportunity-type.ts";

const shipped = defaultOpportunityType();
const [first, second] = shipped.stages;
if (first === undefined || second === undefined) throw new Error("the shipped type has stages");
const problemsOf = (type: OpportunityType): string[] =>
  validateOpportunityType(type).map(({ path, code, severity }) => `${severity} ${path} ${code}`);

test("the shipped type has nothing wrong with it and is the shape of the contract", () => {
  expect(validateOpportunityType(shipped)).toEqual([]);
  expect(OpportunityType.parse(shipped)).toEqual(shipped);
});

test("the editor warns past three fields", () => {
  const fields = ["a", "b", "c", "d"];
  expect(problemsOf({ ...shipped, stages: [first, { ...second, requiredFields: fields.slice(0, 3) }] })).toEqual([]);
  expect(problemsOf({ ...shipped, stages: [first, { ...second, requiredFields: fields }] })).toEqual([
    "warning /stages/1/requiredFields many_fields",
  ]);
  expect(problemsOf({ kind: "brief", name: "推荐简报", fields, loseReasons: shipped.loseReasons })).toEqual([
    "warning /fields many_fields",
  ]);
});

test("a pipeline has stages, reasons and a name, and names nothing twice", () => {
  expect(problemsOf({ ...shipped, name: " ", stages: [], loseReasons: [] })).toEqual([
    "error /name name_missing",
    "error /stages stages_missing",
    "error /loseReasons reasons_missing",
  ]);
  const reason = { code: "price", name: "价格" };
  const twice = { ...shipped, stages: [first, { ...second, id: first.id }], loseReasons: [reason, reason] };
  expect(problemsOf(twice)).toEqual(["error /stages/1/id used_twice", "error /loseReasons/1/code used_twice"]);
});

test("probabilities lie between none and all, and do not fall unnoticed", () => {
  const stages = [
    { ...first, probability: 101 },
    { ...second, probability: 20 },
  ];
  expect(problemsOf({ ...shipped, stages })).toEqual([
    "error /stages/0/probability probability_out_of_range",
    "warning /stages/1/probability probability_falls",
  ]);
});

test("says that demands of the first stage are never asked", () => {
  expect(problemsOf({ ...shipped, stages: [{ ...first, requiredFields: ["site"] }, second] })).toEqual([
    "warning /stages/0 first_stage_not_asked",
  ]);
});

test("a tag needs nothing but its name", () => {
  expect(problemsOf({ kind: "tag", name: "推荐" })).toEqual([]);
  expect(problemsOf({ kind: "tag", name: "" })).toEqual(["error /name name_missing"]);
});
