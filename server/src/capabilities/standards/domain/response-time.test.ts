import { expect, test } from "vitest";
import { defaultStandard } from "./default-standard.ts";
import { responseTime } from "./response-time.ts";

const { responseTimes } = defaultStandard();
const explosive = { productLineId: "ex", cells: { A1: { answerMinutes: 5, reassignMinutes: 30 } } };

test("a product line's own time goes before the general one, cell by cell", () => {
  const standard = { responseTimes: [...responseTimes, explosive] };
  expect(responseTime(standard, "A1", ["ex", "root"])).toEqual({ answerMinutes: 5, reassignMinutes: 30 });
  expect(responseTime(standard, "A1", ["robot", "ex", "root"])).toEqual({ answerMinutes: 5, reassignMinutes: 30 });
  expect(responseTime(standard, "A2", ["ex", "root"])).toEqual({ answerMinutes: 60, reassignMinutes: 240 });
  expect(responseTime(standard, "A1", [])).toEqual({ answerMinutes: 15, reassignMinutes: 120 });
});

test("a cell without a time is our mistake", () => {
  expect(() => responseTime({ responseTimes: [explosive] }, "B1", ["ex"])).toThrow(/B1/);
});
