import { expect, test } from "vitest";
import { funnelStep, stepChange } from "./funnel-step.ts";

test.each([
  ["raw", "lead"],
  ["nurturing", "lead"],
  ["qualifying", "lead"],
  ["mql", "mql"],
  ["assigned", "mql"],
  ["sql", "sql"],
  ["converted", "opportunity"],
  ["disqualified", "out"],
] as const)("a %s lead stands on the step %s", (stage, step) => {
  expect(funnelStep(stage)).toBe(step);
});

test("a jump forward tells which steps it skips", () => {
  expect(stepChange("lead", "mql")).toEqual({ kind: "forward", to: "mql", skipped: [] });
  expect(stepChange("lead", "sql")).toEqual({ kind: "forward", to: "sql", skipped: ["mql"] });
  expect(stepChange("lead", "won")).toEqual({ kind: "forward", to: "won", skipped: ["mql", "sql", "opportunity"] });
});

test("a lead that begins, or comes back, enters where it lands", () => {
  expect(stepChange(null, "lead")).toEqual({ kind: "entered", to: "lead", skipped: [] });
  expect(stepChange(null, "sql")).toEqual({ kind: "entered", to: "sql", skipped: ["lead", "mql"] });
  expect(stepChange("out", "lead")).toEqual({ kind: "entered", to: "lead", skipped: [] });
});

test("back, out and standing still are told apart", () => {
  expect(stepChange("sql", "lead")).toEqual({ kind: "back", to: "lead" });
  expect(stepChange("mql", "out")).toEqual({ kind: "out" });
  expect(stepChange("mql", "mql")).toEqual({ kind: "none" });
});
