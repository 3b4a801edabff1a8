import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allOrNone, toggled, withRange } from "./tick-rows.ts";
import { ROWS_DRAWN_WHOLE, windowOfRows } from "./window-of-rows.ts";

describe("the rows that are drawn", () => {
  it("are all of them in a short list", () => {
    expect(windowOfRows(ROWS_DRAWN_WHOLE, 44, 4000, 700)).toEqual({ first: 0, last: ROWS_DRAWN_WHOLE });
  });

  it("always include every row that is seen", () => {
    const view = fc.record({
      count: fc.integer({ min: 0, max: 100_000 }),
      rowHeight: fc.integer({ min: 20, max: 80 }),
      height: fc.integer({ min: 1, max: 3000 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(view, ({ count, rowHeight, height, part }) => {
        const scrollTop = Math.max(0, count * rowHeight - height) * part;
        const { first, last } = windowOfRows(count, rowHeight, scrollTop, height);
        const firstSeen = Math.floor(scrollTop / rowHeight);
        const lastSeen = Math.min(count, Math.ceil((scrollTop + height) / rowHeight));
        expect(first).toBeLessThanOrEqual(Math.min(firstSeen, lastSeen));
        expect(last).toBeGreaterThanOrEqual(lastSeen);
        expect(last - first).toBeLessThanOrEqual(Math.max(ROWS_DRAWN_WHOLE, height / rowHeight + 42));
      }),
    );
  });
});

describe("choosing rows", () => {
  const ids = ["刘建国", "徐丽萍", "于洋", "韩雪"];

  it("takes a choice back on the second press", () => {
    expect(toggled(toggled(new Set(), "于洋"), "于洋")).toEqual(new Set());
  });

  it("chooses everything between two rows in either direction", () => {
    expect(withRange(new Set(), ids, "韩雪", "徐丽萍")).toEqual(new Set(["徐丽萍", "于洋", "韩雪"]));
    expect(withRange(new Set(), ids, "徐丽萍", "韩雪")).toEqual(new Set(["徐丽萍", "于洋", "韩雪"]));
  });

  it("falls back to one row when the other end is no longer listed", () => {
    expect(withRange(new Set(), ids, "王海涛", "于洋")).toEqual(new Set(["于洋"]));
  });

  it("keeps rows of other pages when all of this page are chosen and released", () => {
    const elsewhere = new Set(["高峰"]);
    const all = allOrNone(elsewhere, ids);
    expect(all).toEqual(new Set(["高峰", ...ids]));
    expect(allOrNone(all, ids)).toEqual(elsewhere);
  });
});
