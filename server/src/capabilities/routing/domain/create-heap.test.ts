import fc from "fast-check";
import { expect, test } from "vitest";
import { createHeap } from "./create-heap.ts";

test("whatever goes in comes out smallest first, also when taken in between", () => {
  const step = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.constant("take" as const));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const heap = createHeap<number>((a, b) => a < b);
      let model: number[] = [];
      for (const one of steps) {
        if (one === "take") {
          expect(heap.pop()).toBe(model[0]);
          model = model.slice(1);
        } else {
          heap.push(one);
          model = [...model, one].toSorted((a, b) => a - b);
        }
      }
      for (const rest of model) expect(heap.pop()).toBe(rest);
      expect(heap.pop()).toBeUndefined();
    }),
  );
});
