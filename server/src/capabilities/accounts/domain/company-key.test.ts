import fc from "fast-check";
import { expect, it } from "vitest";
import { companyKey } from "./company-key.ts";

it.each([
  ["云帆智能科技（上海）有限公司", "云帆智能科技(上海)有限公司"],
  [" 云帆 智能\u3000科技\u200b ", "云帆智能科技"],
  ["ＡＢＣ 有限公司", "abc有限公司"],
  ["Ever  Green Ltd.", "ever green ltd."],
  ["Acme (China) Co.,Ltd", "acme(china)co.,ltd"],
])("folds %s to %s", (name, key) => {
  expect(companyKey(name)).toBe(key);
});

it("folds nothing weaker: characters, legal form, region and the space between Latin words count", () => {
  expect(companyKey("華為")).not.toBe(companyKey("华为"));
  expect(companyKey("上海云帆")).not.toBe(companyKey("云帆"));
  expect(companyKey("云帆有限公司")).not.toBe(companyKey("云帆"));
  expect(companyKey("Ever Green")).not.toBe(companyKey("Evergreen"));
});

it.each(["", "  ", "无", "个人", "N/A", "－", "???", "自由职业"])("finds no company in %j", (name) => {
  expect(companyKey(name)).toBeNull();
});

it("never throws and folding twice changes nothing", () => {
  const names = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[ A-Za-z（）()公司云帆　.-]{0,20}$/));
  fc.assert(
    fc.property(names, (name) => {
      const key = companyKey(name);
      if (key !== null) expect(companyKey(key)).toBe(key);
    }),
    { numRuns: 1000 },
  );
});
