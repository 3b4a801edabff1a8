import fc from "fast-check";
import { expect, it } from "vitest";
import { memoiseByValue } from "./memoise-by-value.ts";

it("answers as the function itself does, whatever is asked in whatever order", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 2 })), fc.integer({ min: 1, max: 5 }), (values, limit) => {
      const remembered = memoiseByValue((value) => (value === "a" ? undefined : value.toUpperCase()), limit);
      for (const value of values) expect(remembered(value)).toBe(value === "a" ? undefined : value.toUpperCase());
    }),
  );
});

it("asks once for a value that keeps coming back, an undefined answer included", () => {
  const asked: string[] = [];
  const remembered = memoiseByValue<undefined>((value) => void asked.push(value), 10);
  for (let round = 0; round < 5; round++) {
    remembered("云帆智能");
    remembered(`company ${round}`);
  }
  expect(asked.filter((value) => value === "云帆智能")).toHaveLength(1);
});

it("lets go of what is not asked for any more", () => {
  let asked = 0;
  const remembered = memoiseByValue((value) => `${value}${++asked}`, 4);
  for (const value of ["a", "b", "c", "d", "e", "a"]) remembered(value);
  expect(asked).toBe(6);
});
