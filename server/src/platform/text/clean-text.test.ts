import fc from "fast-check";
import { expect, it } from "vitest";
import { cleanText, foldText } from "./clean-text.ts";

it.each([
  ["  林晓\u200b ", "林晓"],
  ["\ufeff陈浩", "陈浩"],
  ["王\t倩\r\n", "王 倩"],
  ["\u202e周敏\u202c", "周敏"],
  ["赵\u0000磊", "赵 磊"],
  ["孙　　悦", "孙 悦"],
  ["\u200d何川\u200c", "何川"],
  ["👨‍👩‍👧 一家", "👨‍👩‍👧 一家"],
  ["علی‌رضا", "علی‌رضا"],
  ["José", "José"],
  ["", ""],
])("cleans %j to %j", (text, cleaned) => {
  expect(cleanText(text)).toBe(cleaned);
});

it("folds width, case, joiners and composition", () => {
  expect(foldText("ＡＢＣ（上海）")).toBe("abc(上海)");
  expect(foldText("José")).toBe(foldText("JOSE\u0301"));
  expect(foldText("علی‌رضا")).toBe("علیرضا");
});

it("does nothing more the second time", () => {
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({
      unit: fc.constantFrom(" ", "\u200d", "\u200c", "\u200b", "\u202e", "a", "İ", "ﬁ", "张", "\u0301", "\n", "　"),
    }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
      expect(foldText(foldText(text))).toBe(foldText(text));
      expect(cleanText(text)).not.toMatch(/^\s|\s$|\s\s|[\u200b\u202e\n]/);
      expect(cleanText(text)).not.toContain("\0");
    }),
    { numRuns: 1000 },
  );
});
