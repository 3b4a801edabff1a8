import fc from "fast-check";
import { expect, test } from "vitest";
import { grade } from "./grade.ts";

const borders = { fitBorders: { A: 75, B: 50, C: 25 }, engagementBorders: { 1: 60, 2: 30, 3: 10 } };

test.each([
  [82, 790, "A1"],
  [75, 600, "A1"],
  [74, 599, "B2"],
  [50, 300, "B2"],
  [25, 100, "C3"],
  [24, 99, "D4"],
  [-40, -500, "D4"],
])("fit %d and engagement %d tenths is %s", (fit, engagement, cell) => {
  expect(grade(fit, engagement, borders).cell).toBe(cell);
});

test("names the borders that were reached; the last grades have none", () => {
  expect(grade(60, 0, borders)).toEqual({
    fit: "B",
    engagement: 4,
    cell: "B4",
    fitBorder: 50,
    engagementBorder: null,
  });
});

test("more points never make the grade worse", () => {
  const points = fc.integer({ min: -200, max: 200 });
  fc.assert(
    fc.property(points, points, points, points, (fit, more, engagement, hotter) => {
      const low = grade(fit, engagement * 10, borders);
      const high = grade(fit + Math.abs(more), (engagement + Math.abs(hotter)) * 10, borders);
      expect(high.fit <= low.fit).toBe(true);
      expect(high.engagement).toBeLessThanOrEqual(low.engagement);
    }),
  );
});
