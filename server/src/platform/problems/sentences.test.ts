import { describe, expect, test } from "vitest";
import { ConditionProblemCode } from "@tongzhou/contract/condition-problems";
import platformEn from "./messages.en.json" with { type: "json" };
import platformZh from "./messages.zh.json" with { type: "json" };
import { Phrasebook, chooseLanguage } from "./sentences.ts";

describe("the language of a stranger", () => {
  test.each([
    [undefined, "zh-CN"],
    ["", "zh-CN"],
    ["en", "en"],
    ["en-US,en;q=0.9,zh;q=0.8", "en"],
    ["de,zh-TW;q=0.5,en;q=0.4", "zh-CN"],
    ["en;q=0, zh", "zh-CN"],
    ["fr", "zh-CN"],
    ["*;q=0.1, en;q=nonsense", "zh-CN"],
  ])("of %j is %s", (header, language) => {
    expect(chooseLanguage(header)).toBe(language);
  });
});

describe("the phrasebook", () => {
  const zh = { full: { title: "满了,还差 {count} 个", detail: "{who} 在等" } };
  const en = { full: { title: "Full by {count}", detail: "{who} waits" } };

  test("fills parameters in, and leaves unknown ones visible", () => {
    const book = new Phrasebook();
    book.add({ zh, en });
    expect(book.say("en", "full", { count: 2, who: "陈浩" })).toEqual({ title: "Full by 2", detail: "陈浩 waits" });
    expect(book.say("zh-CN", "full", { count: 2 })).toEqual({ title: "满了,还差 2 个", detail: "{who} 在等" });
    expect(book.say("en", "unknown_code")).toEqual({ title: "unknown_code" });
  });

  test("refuses a code that lacks a language or has two sentences", () => {
    const book = new Phrasebook();
    expect(() => book.add({ zh, en: {} })).toThrow("full");
    book.add({ zh, en });
    expect(() => book.add({ zh, en })).toThrow("two sentences");
  });
});

test("the platform's own sentences say every code of conditions", () => {
  const book = new Phrasebook();
  book.add({ zh: platformZh, en: platformEn });
  expect(ConditionProblemCode.options.filter((code) => !book.has(`condition.${code}`))).toEqual([]);
});
