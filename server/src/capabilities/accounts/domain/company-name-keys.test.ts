import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { companyNameKeys } from "./company-name-keys.ts";

const keysOf = (name: string) => {
  const keys = companyNameKeys(name);
  if (keys === null) throw new Error(`${name} names no company`);
  return keys;
};

describe("one company written in several ways", () => {
  it.each([
    ["exact", "華為技術有限公司", "华为技术有限公司"],
    ["exact", "ＡＢＣ　科技 有限公司", "ABC科技有限公司"],
    ["exact", "云帆智能科技（上海）有限公司", "云帆智能科技(上海)有限公司"],
    ["exact", "云帆智能【上海】有限公司", "云帆智能（上海）有限公司"],
    ["exact", "Acme Co., Ltd.", "ACME CO LTD"],
    ["exact", "Société Générale S.A.", "Societe Generale SA"],
    ["exact", "McDonald’s Corp.", "McDonalds Corp"],
    ["core", "云帆智能有限公司", "云帆智能股份有限公司"],
    ["core", "云帆智能有限责任公司", "云帆智能"],
    ["core", "中国平安保险（集团）股份有限公司", "中国平安保险"],
    ["core", "华为（中国）有限公司", "华为"],
    ["core", "上海同舟信息科技有限公司", "同舟信息科技（上海）有限公司"],
    ["core", "上海同舟信息科技有限公司", "上海市同舟信息科技股份有限公司"],
    ["core", "广东省深圳市云帆科技有限公司", "深圳云帆科技有限公司"],
    ["core", "天台县天铁实业有限公司", "浙江省台州市天台县天铁实业有限公司"],
    ["core", "云帆科技（原名：扬帆科技）有限公司", "云帆科技有限公司"],
    ["core", "某某投资合伙企业（有限合伙）", "某某投资"],
    ["core", "株式会社日立製作所", "（株）日立製作所"],
    ["core", "云帆科技 Co., Ltd", "云帆科技有限公司"],
    ["core", "Acme (China) Co.,Ltd", "Acme Limited"],
    ["core", "Müller GmbH & Co. KG", "MULLER GMBH"],
    ["core", "Fiat S.p.A.", "FIAT SPA"],
    ["core", "Shenzhen Acme Tech Co., Ltd", "ACME TECHNOLOGY (SHENZHEN) CO.LTD"],
    ["core", "SHEN ZHEN ACME CO LTD", "Shenzhen Acme Inc."],
    ["brand", "中国中车股份有限公司", "中车"],
    ["brand", "上海同舟信息科技有限公司", "同舟信息科技有限公司"],
    ["brand", "IBM Germany GmbH", "IBM Corp."],
    ["brand", "*ST沈机", "沈机"],
    ["brand", "美的集团股份有限公司", "美的"],
  ] as const)("has one %s key for %s and %s", (key, one, other) => {
    expect(keysOf(one)[key]).toBe(keysOf(other)[key]);
  });
});

describe("different companies", () => {
  it.each([
    ["exact", "云帆智能有限公司", "云帆智能股份有限公司"],
    ["exact", "Ever Green Ltd", "Evergreen Ltd"],
    ["exact", "安升科技有限公司", "安昇科技有限公司"],
    ["core", "上海同舟信息科技有限公司", "北京同舟信息科技有限公司"],
    ["core", "同舟信息科技（上海）有限公司", "同舟信息科技（北京）有限公司"],
    ["core", "上海同舟（北京）有限公司", "北京同舟有限公司"],
    ["core", "南京市鼓楼区便民超市", "福州市鼓楼区便民超市"],
    ["core", "Acme Technology (Shenzhen) Ltd", "Acme Technology (Beijing) Ltd"],
    ["core", "美的集团股份有限公司", "美的控股有限公司"],
    ["core", "美的集团股份有限公司", "美的集团电饭煲制造有限公司"],
    ["brand", "重庆银行股份有限公司", "上海银行股份有限公司"],
    ["brand", "北京大学", "南京大学"],
    ["brand", "江苏江阴农村商业银行股份有限公司", "青岛农村商业银行股份有限公司"],
    ["brand", "上海汽车集团股份有限公司", "北京汽车集团有限公司"],
    ["brand", "Bank of China Ltd", "Bank of Shanghai Ltd"],
    ["brand", "Shanghai Bank", "Nanjing Bank"],
  ] as const)("do not share a %s key: %s and %s", (key, one, other) => {
    expect(keysOf(one)[key]).not.toBe(keysOf(other)[key]);
  });

  it("keeps the region, so that equal brands of two provinces can be told apart", () => {
    expect(keysOf("上海同舟信息科技有限公司").region).toBe("310000");
    expect(keysOf("同舟信息科技（北京）有限公司").region).toBe("110000");
    expect(keysOf("同舟信息科技有限公司").region).toBeNull();
    expect(keysOf("Acme Technology (Shenzhen) Ltd").region).toBe("440300");
    // 苏州 and 宿州 are written alike in Latin letters.
    expect(keysOf("Suzhou Acme Ltd")).toMatchObject({ core: "suzhou acme", brand: "acme", region: null });
  });
});

describe("a place in a name", () => {
  it.each([
    ["北京北京烤鸭店", "北京烤鸭店"],
    ["广州白云山医药集团股份有限公司", "白云山医药"],
    ["江西万年青水泥股份有限公司", "万年青水泥"],
    ["上海浦东发展银行股份有限公司", "浦东发展银行"],
    ["东方财富信息股份有限公司", "东方财富信息"],
    ["大连港股份有限公司", "大连港"],
    ["深圳市南山区张三便利店", "张三便利店"],
    ["云南白药集团股份有限公司", "白药"],
    ["杭州萧山云帆科技有限公司", "云帆科技"],
  ])("is peeled from %s once, and only where a name remains: %s", (name, brand) => {
    expect(keysOf(name).brand).toBe(brand);
  });
});

describe("a branch", () => {
  it.each([
    ["招商银行股份有限公司上海分行", "招商银行", "上海分行"],
    ["中国银行上海市分行", "中国银行", "上海分行"],
    ["工商银行深圳福田支行", "工商银行", "深圳福田区支行"],
    ["华为技术有限公司北京研究所", "华为技术", "北京研究所"],
    ["云帆智能科技有限公司第一分公司", "云帆智能科技", "第一分公司"],
    ["云帆智能科技华东分公司", "云帆智能科技", "华东分公司"],
    ["云帆智能驻北京办事处", "云帆智能", "北京办事处"],
    ["云帆智能上海浦东第一分公司", "云帆智能", "上海浦东第一分公司"],
    ["海底捞（王府井店）", "海底捞", "王府井店"],
    ["美的集团电饭煲事业部", "美的", "电饭煲事业部"],
    ["Acme Inc. Shanghai Branch", "acme", "shanghai branch"],
    ["Acme Beijing Representative Office", "acme", "beijing representative office"],
  ])("%s has the core of its parent %s and is %s", (name, core, branch) => {
    expect(keysOf(name)).toMatchObject({ core, branch });
  });

  it("is no double of its parent and none of another branch", () => {
    const parent = keysOf("招商银行股份有限公司");
    const shanghai = keysOf("招商银行股份有限公司上海分行");
    const beijing = keysOf("招商银行股份有限公司北京分行");
    expect(parent.branch).toBeNull();
    expect(new Set([parent.exact, shanghai.exact, beijing.exact]).size).toBe(3);
    expect(new Set([parent.branch, shanghai.branch, beijing.branch]).size).toBe(3);
    expect(new Set([parent.core, shanghai.core, beijing.core]).size).toBe(1);
  });

  it("is not every name that ends alike", () => {
    for (const company of ["张三建材经营部", "北京烤鸭店", "云帆电子厂", "上海设计院", "美的集团电饭煲制造有限公司"]) {
      expect(keysOf(company).branch).toBeNull();
    }
  });
});

it("finds no company where none is named, and leaves a name that is only a legal form", () => {
  for (const nobody of ["", "无", "个人", "n/a", "???"]) expect(companyNameKeys(nobody)).toBeNull();
  expect(keysOf("有限公司")).toMatchObject({ exact: "有限公司", core: "有限公司", brand: "有限公司" });
  expect(keysOf("株式会社").core).toBe("株式会社");
});

const pieces = fc.array(
  fc.constantFrom(
    ..."上海 北京市 深圳 南山区 中国 同舟 云帆 信息 科技 （上海） (China) （集团） 集团 股份 有限公司 股份有限公司 分公司 办事处 银行 支行 Acme Inc. Co., Ltd & . 　 華為 ＡＢＣ 第一 店 驻".split(
      " ",
    ),
  ),
  { maxLength: 8 },
);
const anyName = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  pieces.map((parts) => parts.join("")),
  pieces.map((parts) => parts.join(" ")),
);

describe("any text", () => {
  it("never throws, gives no empty key, and the exact key of an exact key is itself", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const keys = companyNameKeys(name);
        if (keys === null) return;
        expect([keys.exact, keys.core, keys.brand]).not.toContain("");
        expect(companyNameKeys(keys.exact)?.exact ?? keys.exact).toBe(keys.exact);
      }),
      { numRuns: 3000 },
    );
  });

  it("means the same in full and half width, in capitals and with spaces around", () => {
    const wide = (text: string) =>
      text.replaceAll(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(
        pieces.map((parts) => parts.join("")),
        (name) => {
          expect(companyNameKeys(wide(name))).toEqual(companyNameKeys(name));
          expect(companyNameKeys(` ${name.toUpperCase()} `)).toEqual(companyNameKeys(name));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("gives the core of a core back for names as registers hold them", () => {
    const places = fc.constantFrom("", "上海", "上海市", "广东省深圳市", "杭州萧山", "天台县");
    const brands = fc.constantFrom("同舟", "云帆智能", "华润", "三一");
    const trades = fc.constantFrom("", "科技", "信息科技", "实业", "重工");
    const forms = fc.constantFrom("", "有限公司", "股份有限公司", "集团有限公司", "（集团）有限责任公司");
    const brackets = fc.constantFrom("", "（上海）", "（中国）", "（北京）");
    fc.assert(
      fc.property(places, brands, brackets, trades, forms, (...parts) => {
        const keys = keysOf(parts.join(""));
        expect(keysOf(keys.core).core).toBe(keys.core);
        expect(keys.core.endsWith(keys.brand)).toBe(true);
      }),
    );
  });
});
