import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OLD_DIVISION_NAMES, oldDivisions } from "./old-divisions.ts";
import { parseAddress } from "./parse-address.ts";
import { regionName } from "./region-register.ts";

describe("the division of an address", () => {
  it.each([
    ["广东省深圳市南山区中心路3333号", "440305"],
    ["深圳南山区科技园1号", "440305"],
    ["廣東省東莞市長安鎮振安路12號", "441900"],
    ["江苏昆山市人民路 12号", "320583"],
    ["昆山花桥镇绿地大道", "320583"],
    ["浙江省天台县人民东路928号", "331023"],
    ["湖北省仙桃市沔阳大道", "429004"],
    ["北京市市辖区东城区", "110101"],
    ["北京北京市海淀区中关村大街1号", "110108"],
    ["北京 海淀 中关村大街1号", "110108"],
    ["中国上海市浦东新区世纪大道1号", "310115"],
    ["518057 广东省深圳市南山区", "440305"],
    ["邮编：518057 广东深圳", "440300"],
    ["公司地址：杭州余杭区文一西路969号", "330110"],
    ["广东省/深圳市/南山区/科技园", "440305"],
    ["中国（上海）自由贸易试验区张江路1号", "310000"],
    ["河南省河南自贸试验区郑州片区（经开）第十大街109号", "410100"],
    ["湖南省岳阳市屈原管理区营田镇", "430671"],
    ["台湾台北市", "710000"],
    ["成都高新区天府大道中段1366号", "510100"],
  ])("%s lies in %s", (text, code) => {
    expect(parseAddress(text)).toMatchObject({ code, problem: null });
  });

  it.each([
    ["襄樊市樊城区", "420606"],
    ["上海市卢湾区淮海中路1号", "310101"],
    ["上海南市区老西门", "310101"],
    ["河北省保定市南市区", "130606"],
    ["广州市增城市荔城街道", "440118"],
    ["海南省琼山市", "460107"],
    ["莱芜市莱城区", "370116"],
    ["福建省三明市梅列区徐碧", "350404"],
    ["西安市户县", "610118"],
    ["浙江省余杭市", "330110"],
  ])("%s is found under today's %s", (text, code) => {
    expect(parseAddress(text)).toMatchObject({ code, problem: null });
  });

  it("does not take a street or a building for the place it is called after", () => {
    expect(parseAddress("南京东路100号").code).toBeNull();
    expect(parseAddress("北京路12号").code).toBeNull();
    expect(parseAddress("上海市南京东路100号").code).toBe("310000");
    expect(parseAddress("北京朝阳门外大街18号")).toMatchObject({ code: "110000", street: "朝阳门外大街" });
    expect(parseAddress("北京门头沟区新桥大街").code).toBe("110109");
    expect(parseAddress("武汉市江汉大学").code).toBe("420100");
    expect(parseAddress("东方花园3栋").code).toBeNull();
    expect(parseAddress("浙江省杭州湾上虞经济技术开发区").code).toBe("330000");
    expect(parseAddress("义乌市场街1号").code).toBe("330782");
  });

  it("chooses between districts of one name only by what else is known", () => {
    for (const text of ["朝阳区建国路88号", "鼓楼区中山北路1号", "南山区"]) {
      expect(parseAddress(text)).toMatchObject({ code: null, problem: "ambiguous", key: null });
    }
    expect(parseAddress("朝阳区建国路88号（北京）").code).toBe("110105");
    expect(parseAddress("朝阳区建国路88号", "110000").code).toBe("110105");
    expect(parseAddress("朝阳区人民大街1号", "220100").code).toBe("220104");
    expect(parseAddress("鼓楼区中山北路1号", "320000")).toMatchObject({ code: null, problem: "ambiguous" });
    expect(parseAddress("鼓楼区中山北路1号", "320100").code).toBe("320106");
    expect(parseAddress("鼓楼区五四路1号", "350000").code).toBe("350102");
  });

  it("takes the division known from elsewhere when the text names none, and the text's when it does", () => {
    expect(parseAddress("中山北路1号", "320106")).toMatchObject({ code: "320106", key: "320106 中山北路 1号" });
    expect(parseAddress("上海市浦东新区", "440300").code).toBe("310115");
    expect(parseAddress("中山北路1号")).toMatchObject({ code: null, problem: "unknown", key: null });
  });

  it("says when it knows nothing", () => {
    for (const text of ["", "张三", "São Paulo, Brazil", "999999"]) {
      expect(parseAddress(text)).toMatchObject({ code: null, problem: "unknown", key: null });
    }
  });
});

describe("the rest of an address", () => {
  it.each([
    ["深圳市南山区中心路（深圳湾段）3333号中铁大厦503室", null, "中心路", "3333号", "中铁大厦503室"],
    ["上海市浦东新区张江镇祖冲之路2288弄3号", "张江镇", "祖冲之路", "2288弄3号", ""],
    ["成都市高新区天府大道中段1366号", "高新区", "天府大道", "1366号", ""],
    ["广州市白云区广州大道北1421号602房", null, "广州大道北", "1421号", "602房"],
    ["荆门市月亮湖北路附7号", null, "月亮湖北路", "附7号", ""],
    ["绍兴市新昌县新昌工业区", "新昌工业区", null, null, ""],
    ["东莞市长安镇", "长安镇", null, null, ""],
  ])("%s", (text, town, street, number, detail) => {
    expect(parseAddress(text)).toMatchObject({ town, street, number, detail });
  });

  it.each([
    ["杭州余杭区文一西路969号3幢5楼", "浙江省杭州市余杭区文一西路969号3号楼五层"],
    ["杭州市余杭区文一西路９６９号３＃５F", "杭州余杭区 文一西路 969号 3栋5层"],
    ["深圳市南山区科技中2路12號", "深圳市南山区科技中二路十二号"],
    ["上海市卢湾区淮海中路1号", "上海市黄浦区淮海中路1号"],
    ["昆山人民路12号", "江苏省苏州市昆山市人民路12号"],
  ])("is written one way: %s and %s", (one, other) => {
    expect(parseAddress(one).normal).toBe(parseAddress(other).normal);
    expect(parseAddress(one).key).toBe(parseAddress(other).key);
    expect(parseAddress(one).key).not.toBeNull();
  });

  it("tells neighbours, streets and cities apart", () => {
    const keys = [
      "南京市鼓楼区中山路1号",
      "南京市鼓楼区中山路11号",
      "南京市鼓楼区中山北路1号",
      "福州市鼓楼区中山路1号",
    ].map((text) => parseAddress(text).key);
    expect(new Set(keys).size).toBe(4);
    expect(keys).not.toContain(null);
  });
});

it("every former name leads to a division of the register, and none is in use in its place today", () => {
  for (const name of OLD_DIVISION_NAMES) {
    for (const { code } of oldDivisions(name)) {
      expect(regionName(code)).not.toBeNull();
      expect(regionName(code)).not.toBe(name);
    }
  }
});

describe("any text", () => {
  const pieces = fc
    .array(
      fc.constantFrom(
        ..."广东省 深圳市 南山区 北京 北京市 朝阳区 朝阳 市辖区 浙江 杭州 余杭市 鼓楼区 长安镇 中山 路 二路 大道 3号 12 弄 五楼 3幢 #2 （ ） 高新区 街道 518057 自贸区 岳阳市 东 之1 一百零八号 片区".split(
          " ",
        ),
      ),
      { maxLength: 9 },
    )
    .map((parts) => parts.join(""));

  it("never throws, and its normal form parsed again is itself", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), (raw) => {
        parseAddress(raw);
        parseAddress(raw, "440300");
      }),
      { numRuns: 1000 },
    );
    const streets = fc.constantFrom("中山路", "人民大道", "科技2路", "解放大街", "文一西路");
    const towns = fc.constantFrom("", "长安镇", "高新区", "福城街道");
    const places = fc.constantFrom("广东深圳", "北京市朝阳区", "昆山", "襄樊市", "浙江余杭市", "上海 浦东", "湖北仙桃");
    const houses = fc.constantFrom("", "3幢5楼", "A座18F", "二单元301室", "（近地铁）");
    fc.assert(
      fc.property(
        places,
        towns,
        streets,
        fc.integer({ min: 1, max: 3000 }),
        houses,
        (place, town, street, number, house) => {
          const once = parseAddress(`${place}${town}${street}${number}号${house}`);
          expect(once.code).not.toBeNull();
          expect(parseAddress(once.normal)).toEqual(once);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("means the same in full and half width, traditional and simplified, with spaces around", () => {
    const wide = (text: string) =>
      text.replaceAll(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(pieces, (raw) => {
        expect(parseAddress(` ${wide(raw)} `)).toEqual(parseAddress(raw));
        expect(parseAddress(raw.replaceAll("号", "號"))).toEqual(parseAddress(raw));
      }),
      { numRuns: 1000 },
    );
  });
});
