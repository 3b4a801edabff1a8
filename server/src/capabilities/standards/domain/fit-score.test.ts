import { expect, test } from "vitest";
import { fitScore } from "./fit-score.ts";

const rules = [
  { id: "industry", points: 30 },
  { id: "size", points: 22 },
  { id: "student", points: -40 },
];

test("adds up the rules that are met, each once, in the order of the standard", () => {
  expect(fitScore(rules, ["size", "industry", "size"])).toEqual({
    points: 52,
    lines: [
      { ruleId: "industry", points: 30 },
      { ruleId: "size", points: 22 },
    ],
  });
});

test("points may be negative, and nothing met is zero", () => {
  expect(fitScore(rules, ["industry", "student"]).points).toBe(-10);
  expect(fitScore(rules, [])).toEqual({ points: 0, lines: [] });
});
