import fc from "fast-check";
import { expect, it } from "vitest";
import { namePinyin } from "./name-pinyin.ts";

it.each([
  ["单", "雄信", "shan", "shanxiongxin", "sxx", "danxiongxin"],
  ["仇", "英", "qiu", "qiuying", "qy", "chouying"],
  ["解", "晓东", "xie", "xiexiaodong", "xxd", "jiexiaodong"],
  ["曾", "国藩", "zeng", "zengguofan", "zgf", "cengguofan"],
  ["尉迟", "恭", "yuchi", "yuchigong", "ycg", "weichigong"],
  ["区", "小明", "ou", "ouxiaoming", "oxm", "quxiaoming"],
  ["查", "良镛", "zha", "zhaliangyong", "zly", "chaliangyong"],
  ["翟", "天临", "zhai", "zhaitianlin", "ztl", "ditianlin"],
  ["覃", "辉", "qin", "qinhui", "qh", "tanhui"],
  ["万俟", "卨", "moqi", "moqixie", "mqx", "wanqixie"],
  ["盖", "聂", "ge", "genie", "gn", "gainie"],
  ["折", "可适", "she", "shekeshi", "sks", "zhekeshi"],
])("reads %s%s as a name that begins with %s", (surname, given, spelt, full, initials, other) => {
  const read = namePinyin(surname, given);
  expect(read).toMatchObject({ surname: spelt, full, initials, given: full.slice(spelt.length) });
  expect(read.others).toContain(other);
  expect(read.others).not.toContain(full);
});

it("has one reading for most, ü as v, and keeps what is not Chinese", () => {
  expect(namePinyin("吕", "布")).toEqual({ full: "lvbu", surname: "lv", given: "bu", initials: "lb", others: [] });
  expect(namePinyin("陈", "eric")).toMatchObject({ full: "cheneric", surname: "chen", given: "eric", initials: "ce" });
  expect(namePinyin("", "")).toEqual({ full: "", surname: "", given: "", initials: "", others: [] });
});

it("never throws, and its parts make the whole", () => {
  const names = fc.oneof(fc.string({ unit: "binary", maxLength: 8 }), fc.stringMatching(/^[一-龥]{0,4}$/));
  fc.assert(
    fc.property(names, names, (surname, given) => {
      const read = namePinyin(surname, given);
      expect(read.surname + read.given).toBe(read.full);
    }),
  );
});
