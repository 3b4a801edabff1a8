import { expect, test } from "vitest";
import { asksSomething, columnsOfRule, divisionsOf, regionPattern } from "./columns-of-rule.ts";

test("a region stands for all within it", () => {
  expect(["330000", "330200", "330203"].map(regionPattern)).toEqual(["33%", "3302%", "330203%"]);
});

test("a section stands for its divisions, each once", () => {
  expect(divisionsOf(["B", "06", "26"])).toEqual(["06", "07", "08", "09", "10", "11", "12", "26"]);
});

test("a rule keeps what was chosen beside what companies are compared with, and asks something", () => {
  const rule = { regions: ["310000"], industries: ["26"], sizeBands: [] };
  expect(columnsOfRule(rule)).toEqual({
    regions: ["310000"],
    region_patterns: ["31%"],
    industries: ["26"],
    divisions: ["26"],
    size_bands: [],
  });
  expect(asksSomething(rule)).toBe(true);
  expect(asksSomething({ regions: [], industries: [], sizeBands: [] })).toBe(false);
});
