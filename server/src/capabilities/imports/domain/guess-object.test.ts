import { expect, test } from "vitest";
import { guessObject } from "./guess-object.ts";
import { suggestMapping } from "./suggest-mapping.ts";

const guessFor = (...header: string[]): string => guessObject(suggestMapping(header, []));

test("a list that speaks of companies and of nobody is one of companies", () => {
  expect(guessFor("企业名称", "统一社会信用代码", "所属行业", "上级公司")).toBe("account");
  expect(guessFor("Company", "Industry", "Website")).toBe("account");
  expect(guessFor("客户名称", "客户等级")).toBe("account");
});

test("whoever can be met makes it a list of people", () => {
  expect(guessFor("公司", "统一社会信用代码", "联系人", "手机")).toBe("lead");
  expect(guessFor("姓名", "公司")).toBe("lead");
  expect(guessFor("随便", "什么")).toBe("lead");
});
