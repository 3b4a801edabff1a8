import { expect, test } from "vitest";
import { defaultStandard } from "./default-standard.ts";
import { DAY_MS } from "./engagement-score.ts";
import { judge } from "./judge.ts";

const NOW = Date.UTC(2025, 10, 21);
const standard = defaultStandard();

test("刘建国 of 鼎新石化, who filled in a form and came to the webinar, goes straight to a rep", () => {
  const judgement = judge(standard, 7, {
    metFitRuleIds: ["industry", "size", "role", "region"],
    touches: [
      { ruleId: "form", occurredAt: NOW - DAY_MS },
      { ruleId: "pricing", occurredAt: NOW - 2 * DAY_MS },
      { ruleId: "event", occurredAt: NOW - 3 * DAY_MS },
    ],
    at: NOW,
  });
  expect(judgement).toMatchObject({
    version: 7,
    destination: "mql",
    grade: { cell: "A1" },
    fit: { points: 82 },
    engagement: { tenths: 650 },
  });
  expect(judgement.because).toEqual([
    { code: "judged.cell", params: { cell: "A1", destination: "mql", version: 7 } },
    { code: "judged.fit", params: { grade: "A", points: 82, border: 75 } },
    { code: "judged.engagement", params: { grade: 1, tenths: 650, border: 60 } },
  ]);
});

test("somebody unknown who did nothing is not followed up", () => {
  const judgement = judge(standard, 7, { metFitRuleIds: [], touches: [], at: NOW });
  expect(judgement).toMatchObject({ grade: { cell: "D4" }, destination: "hold" });
  expect(judgement.because.at(-1)).toEqual({
    code: "judged.engagement",
    params: { grade: 4, tenths: 0, border: null },
  });
});

test("a cell nobody painted is our mistake and not a judgement", () => {
  const { D4: _, ...matrix } = standard.matrix;
  expect(() => judge({ ...standard, matrix }, 8, { metFitRuleIds: [], touches: [], at: NOW })).toThrow(/D4/);
});
