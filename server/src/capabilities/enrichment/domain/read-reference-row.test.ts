import { describe, expect, test } from "vitest";
import { companyReaders } from "../shapes/company-readers.ts";
import { parseSize } from "./parse-size.ts";
import { readIndustry } from "./read-industry.ts";
import { readReferenceRow } from "./read-reference-row.ts";
import { suggestColumns } from "./suggest-columns.ts";

const HEADER =
  "board,full_name,english_name,registered_address,a_code,a_short_name,b_short_name,region,province,city,industry,website";

test("the columns of a list of listed companies are recognised by their names", () => {
  expect(suggestColumns(HEADER.split(",")).map(({ column, target }) => [HEADER.split(",")[column], target])).toEqual([
    ["full_name", "name"],
    ["english_name", "englishName"],
    ["registered_address", "address"],
    ["a_short_name", "shortName"],
    ["b_short_name", "shortName"],
    ["province", "region"],
    ["city", "region"],
    ["industry", "industry"],
    ["website", "website"],
  ]);
  expect(
    suggestColumns(["企业名称", "统一社会信用代码", "所属地区", "地区", "员工人数"]).map(({ target }) => target),
  ).toEqual(["name", "creditCode", "region", "size"]);
});

test("a line says what can be read of it, and nothing more", () => {
  const columns = suggestColumns(HEADER.split(","));
  const cells =
    "主板,中国宝安集团股份有限公司,CHINA BAOAN GROUP,广东省深圳市笋岗东路1002号,000009,中国宝安,-,华南,广东,深圳市,S 综合,www.chinabaoan.com";
  const { facts, otherNames, keys } = readReferenceRow(cells.split(","), columns, companyReaders);
  expect(facts).toEqual({
    name: "中国宝安集团股份有限公司",
    regionCode: "440300",
    website: "www.chinabaoan.com",
    address: "广东省深圳市笋岗东路1002号",
  });
  expect(otherNames).toEqual(["中国宝安", "CHINA BAOAN GROUP"]);
  expect(keys).toContainEqual({ kind: "exact", value: "中国宝安" });
});

test("values that cannot be are left out, and a line without a name finds nobody", () => {
  const columns = [
    { column: 0, target: "name" as const },
    { column: 1, target: "creditCode" as const },
    { column: 2, target: "website" as const },
    { column: 3, target: "address" as const },
  ];
  const read = readReferenceRow(["  ", "123", "暂无官网", "x".repeat(600)], columns, companyReaders);
  expect(read).toEqual({ facts: {}, otherNames: [], keys: [] });
});

describe("industries and sizes", () => {
  test.each([
    ["C 制造业", "C"],
    ["C制造业", "C"],
    ["I 信息技术", "I"],
    ["C2614", "26"],
    ["2614 有机化学原料制造", "26"],
    ["制造业", "C"],
    ["水利、环境和公共设施管理业", "N"],
    ["A26", null],
    ["CRO", null],
    ["3D打印", null],
    ["某行业", null],
    ["S 综合", null],
    ["S 公共管理", "S"],
  ])("%s is %s", (text, code) => {
    expect(readIndustry(text, companyReaders.industry)).toBe(code);
  });

  test.each([
    ["1,234人", "1000-4999"],
    ["49", "1-49"],
    ["1.2万", "5000+"],
    ["5000人以上", "5000+"],
    ["200-500人", "200-999"],
    ["100-499人", null],
    ["1000人以上", null],
    ["50人以下", "1-49"],
    ["很多", null],
  ])("%s is %s", (text, band) => {
    expect(parseSize(text)).toBe(band);
  });
});
