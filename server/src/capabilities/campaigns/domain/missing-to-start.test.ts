import { expect, test } from "vitest";
import { missingToStart } from "./missing-to-start.ts";

const complete = {
  goal: "30 条商机",
  budgetAmount: 0,
  ownerId: "林晓",
  callToAction: "扫码约样机试用 30 天",
  nextStep: "负责销售回访",
  nextStepOwnerId: "赵磊",
  nextStepDays: 0,
};

test("a campaign with everything lacks nothing, even when it costs nothing and is followed up the same day", () => {
  expect(missingToStart(complete)).toEqual([]);
});

test("each thing that R-CAMP-1 asks for is missed by its name, and a text of spaces is none", () => {
  for (const field of Object.keys(complete)) expect(missingToStart({ ...complete, [field]: null })).toEqual([field]);
  expect(missingToStart({ ...complete, goal: "  ", nextStep: "" })).toEqual(["goal", "nextStep"]);
});
