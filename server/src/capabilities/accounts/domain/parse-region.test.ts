import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRegion } from "./parse-region.ts";
import { regionName } from "./region-register.ts";
import { sortCompanyName } from "./sort-company-name.ts";

describe("a division by its name", () => {
  it.each([
    [["广东省", "深圳市", "南山区"], "440305"],
    [["广东", "深圳"], "440300"],
    [["北京", "北京", "朝阳"], "110105"],
    [["北京市", "市辖区", "朝阳区"], "110105"],
    [["上海", "", "浦东"], "310115"],
    [["内蒙古"], "150000"],
    [["广西壮族自治区"], "450000"],
    [["新疆维吾尔自治区-乌鲁木齐市"], "650100"],
    [["延边州"], "222400"],
    [["黔西南布依族苗族自治州"], "522300"],
    [["湖北省仙桃市"], "429004"],
    [["江苏 昆山"], "320583"],
    [["浙江省温州市龙港市"], "330383"],
    [["杭州市临平区"], "330113"],
    [["中国香港"], "810000"],
    [["440305"], "440305"],
    [["44"], "440000"],
  ])("finds %j as %s", (parts, code) => {
    expect(parseRegion(parts)).toEqual({ code, rest: "", problem: null });
  });

  it("takes the longest name, so a city is not taken for its province", () => {
    expect(parseRegion(["吉林市昌邑区"]).code).toBe("220202");
    expect(parseRegion(["吉林"]).code).toBe("220000");
    expect(parseRegion(["海南藏族自治州"]).code).toBe("632500");
    expect(parseRegion(["海南省海口市"]).code).toBe("460100");
  });

  it("leaves the street of an address", () => {
    expect(parseRegion(["广东省深圳市南山区科技园 1 号"])).toEqual({
      code: "440305",
      rest: "科技园1号",
      problem: null,
    });
  });

  it("does not choose between two districts of one name, but keeps the province that is sure", () => {
    expect(parseRegion(["南山区"])).toEqual({ code: null, rest: "南山区", problem: "ambiguous" });
    expect(parseRegion(["辽宁省", "铁西区"])).toEqual({ code: "210000", rest: "铁西区", problem: "ambiguous" });
  });

  it("says when it knows nothing", () => {
    for (const text of ["", "张三", "999999", "São Paulo"])
      expect(parseRegion([text])).toMatchObject({ code: null, problem: "unknown" });
  });

  it("finds every division of the register by its full path", () => {
    const codes = [
      "110105",
      "120101",
      "500101",
      "429004",
      "659001",
      "460400",
      "441900",
      "331082",
      "150303",
      "632523",
      "710000",
    ];
    for (const code of codes) {
      const path = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code].map((part) => regionName(part) ?? "");
      expect(parseRegion([...new Set(path)]).code).toBe(code);
    }
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 4 }), (parts) => void parseRegion(parts)),
    );
  });
});

it("lists companies by pinyin read word by word", () => {
  expect(sortCompanyName("重庆银行")).toBe("chong 重 qing 庆 yin 银 hang 行");
  const listed = ["ABC 有限公司", "长安汽车", "单县化工厂", "云帆智能"];
  expect(listed.toReversed().toSorted((a, b) => (sortCompanyName(a) < sortCompanyName(b) ? -1 : 1))).toEqual(listed);
});
