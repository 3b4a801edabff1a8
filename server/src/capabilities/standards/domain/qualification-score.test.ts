import { expect, test } from "vitest";
import { defaultStandard } from "./default-standard.ts";
import { forProductLine } from "./for-product-line.ts";
import { qualificationScore } from "./qualification-score.ts";

const [set] = defaultStandard().questionSets;
if (set === undefined) throw new Error("the shipped standard has a question set");

test("周敏 has asked two questions and is not there yet", () => {
  expect(qualificationScore(set, { need: "pilot", authority: "superior" })).toEqual({
    points: 38,
    possible: 100,
    passAt: 60,
    passes: false,
    missingMustHaves: [],
    unanswered: ["budget", "time"],
  });
});

test("with the third answer the lead can be passed on", () => {
  const answers = { need: "pilot", authority: "superior", budget: "planned" };
  expect(qualificationScore(set, answers)).toMatchObject({ points: 63, passes: true });
});

test("points without the must-have do not pass", () => {
  const answers = { need: "curious", authority: "self", budget: "planned", time: "quarter" };
  expect(qualificationScore(set, answers)).toMatchObject({ points: 70, passes: false, missingMustHaves: ["need"] });
});

test("an answer the set no longer offers counts as none", () => {
  expect(qualificationScore(set, { need: "abolished" })).toMatchObject({ points: 0, missingMustHaves: ["need"] });
});

test("a product line takes its own set, else the nearest above, else the general one", () => {
  const sets = ["root", "ex", null].map((productLineId) => ({ productLineId }));
  expect(forProductLine(sets, ["ex", "root"])).toEqual({ productLineId: "ex" });
  expect(forProductLine(sets, ["rail", "root"])).toEqual({ productLineId: "root" });
  expect(forProductLine(sets, [])).toEqual({ productLineId: null });
  expect(forProductLine([], ["ex"])).toBeNull();
});
