import { expect, test } from "vitest";
import { decaySteps } from "./decay-steps.ts";

test("a rep reads what a touch counts now and after each half-life", () => {
  const steps = decaySteps({ id: "pricing", points: 20, halfLifeDays: 14, cap: null });
  expect(steps.slice(0, 3)).toEqual([
    { afterDays: 0, tenths: 200 },
    { afterDays: 14, tenths: 100 },
    { afterDays: 28, tenths: 50 },
  ]);
  expect(steps.at(-1)).toEqual({ afterDays: 112, tenths: 0 });
});

test("what does not decay, or counts nothing, has one step", () => {
  expect(decaySteps({ id: "call", points: 11, halfLifeDays: null, cap: null })).toEqual([
    { afterDays: 0, tenths: 110 },
  ]);
  expect(decaySteps({ id: "none", points: 0, halfLifeDays: 7, cap: null })).toEqual([{ afterDays: 0, tenths: 0 }]);
});

test("negative points fade towards zero", () => {
  const steps = decaySteps({ id: "careers", points: -1, halfLifeDays: 7, cap: null });
  expect(steps.map(({ tenths }) => tenths)).toEqual([-10, -5, -2, -1, 0]);
});
