import { divisionOf, sectionOf } from "@tongzhou/contract/industries";

/** What the sections of GB/T 4754 are called, in full and as lists of companies shorten them. */
const SECTION_NAMES: Readonly<Record<string, string>> = {
  A: "农林牧渔业 农林牧渔",
  B: "采矿业 采掘业",
  C: "制造业",
  D: "电力热力燃气及水生产和供应业 水电煤气 公用事业",
  E: "建筑业",
  F: "批发和零售业 批发零售",
  G: "交通运输仓储和邮政业 运输仓储 交通运输",
  H: "住宿和餐饮业 住宿餐饮",
  I: "信息传输软件和信息技术服务业 信息技术",
  J: "金融业",
  K: "房地产业",
  L: "租赁和商务服务业 商务服务",
  M: "科学研究和技术服务业 科研服务",
  N: "水利环境和公共设施管理业 公共环保",
  O: "居民服务修理和其他服务业",
  P: "教育业",
  Q: "卫生和社会工作",
  R: "文化体育和娱乐业 文化传播",
  S: "公共管理社会保障和社会组织 公共管理",
  T: "国际组织",
};
const BETWEEN = /[\s、，,和及与/（）()]+/g;
const sections = new Map(
  Object.entries(SECTION_NAMES).flatMap(([code, names]) =>
    names.split(" ").map((name) => [name.replace(BETWEEN, ""), code] as const),
  ),
);
/** A code at the beginning (C 制造业, C2614, 26 化学原料), and nothing that only looks like one (CRO, 3D 打印). */
const CODE = /^([A-T])?[-\s.]?(\d{2,4})?(?=$|[\s:：、.|\u3400-\u9fff])/;
/** The exchanges class companies of several industries as S, by which the national standard means public administration. */
const OF_EXCHANGES = /^S?[-\s.:：、]*综合/;

/**
 * The industry that a cell of a file tells, as a division of GB/T 4754 or, where it says no more, a section; null for what
 * is none.
 * @param named the code of an industry that is called so.
 */
export function readIndustry(text: string, named: (text: string) => string | null): string | null {
  const folded = text.normalize("NFKC").trim().toUpperCase();
  if (OF_EXCHANGES.test(folded)) return null;
  const [, section, digits] = CODE.exec(folded) ?? [];
  const code = digits ?? section ?? sections.get(folded.replace(BETWEEN, "")) ?? named(text);
  if (code === null || sectionOf(code) === undefined) return null;
  // C 26 and not A 26: a section that its division does not lie in says that it is no such code.
  if (digits !== undefined && section !== undefined && sectionOf(digits) !== section) return null;
  return divisionOf(code) ?? code;
}
