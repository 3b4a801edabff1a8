import fc from "fast-check";
import { expect, it } from "vitest";
import { sortName } from "./sort-name.ts";

/** As `collate "C"` compares: by the bytes of UTF-8. */
function byKey(a: string, b: string): number {
  return Buffer.compare(Buffer.from(sortName(a)), Buffer.from(sortName(b)));
}

it("lists people as a Chinese directory does", () => {
  const directory = [
    "Alice",
    "陈浩",
    "何川",
    "林晓",
    "欧阳修",
    "单雄信",
    "孙悦",
    "王倩",
    "尉迟恭",
    "赵磊",
    "周敏",
    "",
    "😀",
  ];
  expect(directory.toReversed().toSorted(byKey)).toEqual(directory);
});

it("keeps one surname together although another sounds the same", () => {
  expect(["章一", "张三", "章二", "张一"].toSorted(byKey)).toEqual(["张三", "张一", "章二", "章一"]);
});

it("puts a shorter syllable before a longer one", () => {
  expect(["范冰", "发明", "方正"].toSorted(byKey)).toEqual(["发明", "范冰", "方正"]);
});

it("reads a surname as a surname", () => {
  expect(sortName("单雄信")).toBe("shan 单 xiong 雄 xin 信");
  expect(sortName("仇英")).toMatch(/^qiu /);
  expect(sortName("尉迟恭")).toMatch(/^yu 尉 chi /);
  expect(sortName("解晓东")).toMatch(/^xie /);
  expect(sortName("吕布")).toMatch(/^lv /);
});

it("does not mind case, width, emoji before the name or Latin beside it", () => {
  expect(sortName("ＪＯＨＮ smith")).toBe("john smith");
  expect(sortName("😀张三")).toBe(sortName("张三"));
  expect(sortName("John 张")).toBe("john zhang 张");
});

it("never throws and stays below the size of an index entry", () => {
  const names = fc.oneof(fc.string({ unit: "binary", maxLength: 400 }), fc.stringMatching(/^[一-龥]{1,300}$/));
  fc.assert(
    fc.property(names, (name) => {
      expect(Buffer.byteLength(sortName(name))).toBeLessThan(2000);
    }),
  );
});
