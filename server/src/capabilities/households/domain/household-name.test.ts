import { describe, expect, test } from "vitest";
import { householdName } from "./household-name.ts";

describe("what a household is called when nobody says", () => {
  test.each([
    [["许静", "梁建波", "梁一诺"], "许静、梁建波的家庭"],
    [["顾佳妮"], "顾佳妮的家庭"],
    [[null, "沈知夏"], "沈知夏的家庭"],
    [["Jane Miller", "Tom Miller"], "Household of Jane Miller and Tom Miller"],
  ])("%j: %s", (names, name) => expect(householdName(names)).toBe(name));

  test("nothing after people without names", () => expect(householdName([null, " "])).toBeNull());
});
