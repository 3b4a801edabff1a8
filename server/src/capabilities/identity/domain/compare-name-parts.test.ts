import fc from "fast-check";
import { expect, it } from "vitest";
import { compareNameParts, NAME_LEVELS, namePart } from "./compare-name-parts.ts";

const SOUNDS: Readonly<Record<string, string>> = {
  炜: "wei",
  玮: "wei",
  伟: "wei",
  张: "zhang",
  章: "zhang",
  晓: "xiao",
  明: "ming",
  华: "hua",
};
const readAloud = (text: string): string => [...text].map((character) => SOUNDS[character] ?? character).join("");
const compare = (a: string, b: string): number => compareNameParts(namePart(a, readAloud), namePart(b, readAloud));

it.each([
  ["jonathan", "jonathan", "same"],
  ["jonathan", "jonathon", "near"],
  ["smith", "smyth", "akin"],
  ["j", "jonathan", "akin"],
  ["smith", "brown", "different"],
  ["炜", "玮", "near"],
  ["张", "章", "near"],
  ["zhang", "张", "near"],
  ["晓明", "xiaoming", "near"],
  ["x", "晓明", "akin"],
  ["晓明", "晓华", "akin"],
  ["晓明", "建国", "different"],
  ["smith", "张", "different"],
] as const)("%s and %s are %s", (a, b, level) => {
  expect(compare(a, b)).toBe(NAME_LEVELS[level]);
  expect(compare(b, a)).toBe(NAME_LEVELS[level]);
});

it("compares both ways alike", () => {
  const name = fc.oneof(
    fc.stringMatching(/^[a-e]{1,8}$/),
    fc.string({ unit: fc.constantFrom(..."炜玮伟张章晓明华"), minLength: 1, maxLength: 3 }),
  );
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(compare(a, b)).toBe(compare(b, a));
    }),
  );
});
