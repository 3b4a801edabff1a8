import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPersonName } from "./read-person-name.ts";

const partsOf = (raw: string) => {
  const { kind, surname, given } = readPersonName(raw);
  return [kind, surname, given];
};

describe("a Chinese name", () => {
  it.each([
    ["陈浩", "陈", "浩"],
    ["陈 浩", "陈", "浩"],
    ["　陈浩\u200b", "陈", "浩"],
    ["欧阳修", "欧阳", "修"],
    ["歐陽修", "欧阳", "修"],
    ["尉迟恭", "尉迟", "恭"],
    ["长孙无忌", "长孙", "无忌"],
    ["爱新觉罗溥仪", "爱新觉罗", "溥仪"],
    ["陈方安生", "陈", "方安生"],
    ["曾國藩", "曾", "国藩"],
    ["李卫工", "李", "卫工"],
    ["陈浩（采购）", "陈", "浩"],
    ["陈浩 13800138000", "陈", "浩"],
    ["陈浩-采购部", "陈", "浩"],
  ])("%s is %s and %s", (raw, surname, given) => {
    expect(readPersonName(raw)).toMatchObject({ kind: "full", surname, given, key: surname + given, title: null });
  });

  it.each([
    ["迪丽热巴", "迪丽热巴"],
    ["迪丽热巴·迪力木拉提", "迪丽热巴迪力木拉提"],
    ["马克•吐温", "马克吐温"],
    ["小明", "小明"],
  ])("%s has no surname to be cut off", (raw, key) => {
    expect(readPersonName(raw)).toMatchObject({ kind: "whole", surname: "", given: "", key });
  });

  it("keeps a Latin name beside it as an alias, and takes it for the given one when there is no other", () => {
    for (const raw of ["陈浩 Eric", "Eric陈浩", "陈浩（Eric）Eric"]) {
      expect(readPersonName(raw)).toMatchObject({ kind: "full", key: "陈浩", alias: "eric" });
    }
    expect(readPersonName("Eric 陈")).toMatchObject({ kind: "full", surname: "陈", given: "eric", key: "eric 陈" });
  });
});

describe("a form of address", () => {
  it.each([
    ["张总", "张", "总"],
    ["李老师", "李", "老师"],
    ["王先生", "王", "先生"],
    ["陈女士", "陈", "女士"],
    ["王总经理", "王", "总经理"],
    ["欧阳总", "欧阳", "总"],
    ["張總", "张", "总"],
    ["郑工", "郑", "工"],
    ["小王", "王", "小"],
    ["老李", "李", "老"],
    ["Mr. Wang", "wang", "mr"],
  ])("%s says the surname %s and nothing that is compared", (raw, surname, title) => {
    expect(readPersonName(raw)).toEqual({ kind: "surname", surname, given: "", key: null, title, alias: null });
  });

  it.each(["张某", "张某某", "张**", "张*丰", "张XX"])("%s hides the rest of the name", (raw) => {
    expect(readPersonName(raw)).toMatchObject({ kind: "surname", surname: "张", key: null });
  });

  it("behind a whole name is taken off", () => {
    expect(readPersonName("王小明老师")).toMatchObject({ kind: "full", key: "王小明", title: "老师" });
    expect(readPersonName("王小明 先生")).toMatchObject({ kind: "full", key: "王小明", title: "先生" });
    expect(readPersonName("李明总")).toMatchObject({ kind: "full", key: "李明", title: "总" });
    expect(readPersonName("Dr. John Smith Jr.")).toMatchObject({ kind: "full", key: "john smith", title: "dr" });
  });
});

it.each([
  "",
  "未具名",
  "匿名用户",
  "无",
  "先生",
  "微信用户",
  "用户8812",
  "采购经理",
  "销售总监",
  "总经理",
  "n/a",
  "Mr.",
  "13800138000",
  "😀",
])("%j names nobody", (raw) => {
  expect(readPersonName(raw)).toMatchObject({ kind: "none", surname: "", given: "", key: null });
});

it.each([
  ["乐乐妈妈", "妈妈"],
  ["王小明家长", "家长"],
  ["乐乐的爸爸", "爸爸"],
])("%s is not the person whose name stands there", (raw, title) => {
  expect(readPersonName(raw)).toMatchObject({ kind: "relative", surname: "", given: "", key: null, title });
});

describe("a name in Latin letters", () => {
  it.each([
    ["John Smith", "full", "smith", "john"],
    ["Smith, John", "full", "smith", "john"],
    ["SMITH John", "full", "smith", "john"],
    ["Smith, John A.", "full", "smith", "john a"],
    ["John Smith, PhD", "full", "smith", "john"],
    ["J. R. Smith", "full", "smith", "j r"],
    ["Ludwig van Beethoven", "full", "van beethoven", "ludwig"],
    ["María de la Cruz", "full", "de la cruz", "maria"],
    ["Seán O’Brien", "full", "obrien", "sean"],
    ["Dan Brown", "full", "brown", "dan"],
    ["Alice", "given", "", "alice"],
    ["van der Berg", "surname", "van der berg", ""],
    ["Zhang San", "full", "zhang", "san"],
    ["ZHANG Xiaoming", "full", "zhang", "xiaoming"],
    ["Xiaoming Zhang", "full", "zhang", "xiaoming"],
    ["Xiao-Ming Li", "full", "li", "xiaoming"],
    ["Zhang Xiao Ming", "full", "zhang", "xiaoming"],
    ["Mei Lin", "full", "lin", "mei"],
    ["Anna Wang", "full", "wang", "anna"],
    ["Lü Bu", "full", "lu", "bu"],
    ["Ouyang Xiu", "full", "ouyang", "xiu"],
  ])("%s is %s: %s, %s", (raw, kind, surname, given) => {
    expect(partsOf(raw)).toEqual([kind, surname, given]);
  });

  it("has one key in either order, and different people have different ones", () => {
    expect(readPersonName("Smith, John").key).toBe(readPersonName("John Smith").key);
    expect(readPersonName("Chen Hao").key).toBe(readPersonName("Hao Chen").key);
    expect(readPersonName("John Smith").key).not.toBe(readPersonName("Jon Smith").key);
    expect(readPersonName("陈浩").key).not.toBe(readPersonName("陈皓").key);
  });
});

describe("any text", () => {
  const pieces = fc
    .array(
      fc.constantFrom(..."张 欧阳 陈浩 单 總 老师 先生 妈妈 小 某 * ( ） · Eric Smith, Dr. van - 138 　".split(" ")),
      {
        maxLength: 6,
      },
    )
    .map((parts) => parts.join(""));
  const texts = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), pieces);

  it("never throws, and has a key exactly where one person can be meant", () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const { kind, key, surname, given } = readPersonName(raw);
        if (kind === "full") expect([surname, given]).not.toContain("");
        if (kind === "none" || kind === "surname" || kind === "relative") expect(key).toBeNull();
        else expect(key).toBeTruthy();
      }),
      { numRuns: 2000 },
    );
  });

  it("means the same in full and half width", () => {
    const wide = (text: string) =>
      text.replaceAll(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(pieces, (raw) => {
        const { title: _, ...narrow } = readPersonName(raw);
        expect(readPersonName(wide(raw))).toMatchObject(narrow);
      }),
      { numRuns: 1000 },
    );
  });

  it("gives the parts of a Chinese name back from its key", () => {
    const surnames = fc.constantFrom("陈", "单", "欧阳", "尉迟", "王", "曾", "仇");
    const given = fc.stringMatching(/^[伟芳娜敏静磊洋艳勇杰涛浩晓悦]{1,2}$/);
    fc.assert(
      fc.property(surnames, given, (surname, name) => {
        const { key } = readPersonName(surname + name);
        expect(key).toBe(surname + name);
        expect(partsOf(key ?? "")).toEqual(["full", surname, name]);
      }),
    );
  });
});
