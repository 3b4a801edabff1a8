import fc from "fast-check";
import { expect, it } from "vitest";
import { maskName } from "./mask-name.ts";

it.each([
  ["张三", "张*"],
  ["张三丰", "张*丰"],
  ["林晓", "林*"],
  ["欧阳娜娜", "欧阳**"],
  ["欧阳修", "欧阳*"],
  ["欧阳", "欧*"],
  ["司马相如", "司马**"],
  ["王小二郎", "王**郎"],
  ["张", "***"],
  ["John Smith", "J*** S***"],
  ["O", "***"],
  ["阿卜杜拉·买买提", "阿*** 买***"],
  ["محمد علي", "م*** ع***"],
  ["👨‍👩‍👧小明", "👨‍👩‍👧***"],
  ["", "***"],
  ["   ", "***"],
])("masks %j as %s", (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

it("never shows a whole name, nor more than a surname and one character, or three first letters", () => {
  const names = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc.stringMatching(/^[一-龥]{1,6}$/),
  );
  fc.assert(
    fc.property(names, (name) => {
      const masked = maskName(name);
      expect(masked).toContain("*");
      const graphemes = [
        ...new Intl.Segmenter("zh", { granularity: "grapheme" }).segment(masked.replaceAll(/[* ]/g, "")),
      ];
      expect(graphemes.length).toBeLessThanOrEqual(3);
    }),
    { numRuns: 1000 },
  );
});
