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
});

test("a pipeline has stages and a name, and names nothing twice", () => {
  expect(problemsOf({ ...shipped, name: " ", stages: [] })).toEqual([
    "error /name name_missing",
    "error /stages stages_missing",
  ]);
  const again = { ...second, id: first.id, requiredFields: ["amount", "amount"] };
  expect(problemsOf({ ...shipped, stages: [first, again] })).toEqual([
    "error /stages/1/requiredFields/1 used_twice",
    "error /stages/1/id used_twice",
  ]);
});

test("a stage usually takes at least a day", () => {
  expect(problemsOf({ ...shipped, stages: [first, { ...second, usualDays: 0 }] })).toEqual([
    "error /stages/1/usualDays days_out_of_range",
  ]);
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

test("a tag and a brief need nothing but their name, and keep no stages", () => {
  expect(problemsOf({ weight: "tag", name: "推荐", stages: [] })).toEqual([]);
  expect(problemsOf({ weight: "tag", name: "", stages: [] })).toEqual(["error /name name_missing"]);
  expect(problemsOf({ weight: "brief", name: "推荐简报", stages: [first] })).toEqual(["error /stages stages_not_kept"]);
});
