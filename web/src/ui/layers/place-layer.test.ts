import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeLayer, type Placing } from "./place-layer.ts";

const window = { width: 1440, height: 900 };
const below: Placing = { side: "below", align: "start", gap: 4, edge: 8 };

describe("a layer beside its anchor", () => {
  it("hangs below, flush with the anchor, when there is room", () => {
    const placed = placeLayer({ x: 100, y: 100, width: 80, height: 32 }, { width: 240, height: 300 }, window, below);
    expect(placed).toMatchObject({ x: 100, y: 136, side: "below" });
  });

  it("stands above an anchor at the foot of the window", () => {
    const placed = placeLayer({ x: 100, y: 840, width: 80, height: 32 }, { width: 240, height: 300 }, window, below);
    expect(placed).toMatchObject({ y: 536, side: "above" });
  });

  it("is pushed inwards at the right edge", () => {
    const placed = placeLayer({ x: 1400, y: 100, width: 24, height: 24 }, { width: 240, height: 100 }, window, below);
    expect(placed.x).toBe(1440 - 8 - 240);
  });

  it("stays inside the window wherever the anchor is, if it can fit at all", () => {
    const place = fc.record({
      anchor: fc.record({
        x: fc.integer({ min: -50, max: 1490 }),
        y: fc.integer({ min: 0, max: 880 }),
        width: fc.integer({ min: 1, max: 400 }),
        height: fc.integer({ min: 1, max: 20 }),
      }),
      layer: fc.record({ width: fc.integer({ min: 1, max: 1000 }), height: fc.integer({ min: 1, max: 2000 }) }),
      side: fc.constantFrom("below" as const, "above" as const),
      align: fc.constantFrom("start" as const, "end" as const, "middle" as const),
    });
    fc.assert(
      fc.property(place, ({ anchor, layer, side, align }) => {
        const placed = placeLayer(anchor, layer, window, { ...below, side, align });
        const height = Math.min(layer.height, placed.maxHeight);
        expect(placed.x).toBeGreaterThanOrEqual(8);
        expect(placed.x + layer.width).toBeLessThanOrEqual(1432);
        expect(placed.y).toBeGreaterThanOrEqual(8);
        expect(placed.y + height).toBeLessThanOrEqual(892);
      }),
    );
  });

  it("never covers its anchor when it fits on one side", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 868 }), fc.integer({ min: 1, max: 400 }), (y, height) => {
        const placed = placeLayer({ x: 500, y, width: 80, height: 32 }, { width: 240, height }, window, below);
        const bottom = placed.y + Math.min(height, placed.maxHeight);
        expect(bottom <= y || placed.y >= y + 32).toBe(true);
      }),
    );
  });
});
