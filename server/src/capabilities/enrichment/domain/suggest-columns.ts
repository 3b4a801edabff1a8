import { REFERENCE_TARGETS, SHARED_REFERENCE_TARGETS } from "@tongzhou/contract/enrichment";
import type { MappedReferenceColumn, ReferenceTarget } from "@tongzhou/contract/enrichment";

/** What lists call their columns, folded; the likeliest first. */
const NAMES: Readonly<Record<ReferenceTarget, string>> = {
  name: "公司全称 企业名称 公司名称 公司名 企业全称 注册名称 单位名称 客户名称 全称 名称 fullname registeredname companyname company name",
  shortName:
    "公司简称 企业简称 证券简称 股票简称 a股简称 b股简称 简称 曾用名 品牌 ashortname bshortname shortname brand",
  englishName: "英文名称 英文名 公司英文名称 英文全称 公司英文全称 englishname nameen",
  creditCode: "统一社会信用代码 社会信用代码 信用代码 税号 纳税人识别号 creditcode uscc",
  industry: "行业代码 所属行业 行业 行业分类 国标行业 行业门类 industrycode industry",
  region:
    "省份 省 所属省份 所在省 城市 市 所属城市 所在市 区县 区 所属区县 province city district 行政区划 地区 region",
  address: "注册地址 公司地址 地址 办公地址 住所 registeredaddress address",
  size: "员工人数 从业人数 参保人数 人员规模 人数 规模 企业规模 employees headcount companysize size",
  website: "公司网址 网址 官网 网站 公司网站 主页 website homepage url",
};
/** Where province or city stand beside it, such a column holds a larger or a smaller thing (华南). */
const VAGUE_REGION = new Set(["地区", "region"]);

const fold = (header: string): string =>
  header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-/.:：()[\]【】*]+/g, "");

/** Proposes what the columns of a reference file are by their names; the person decides. */
export function suggestColumns(header: readonly string[]): MappedReferenceColumn[] {
  const folded = header.map(fold);
  const chosen = new Map<number, ReferenceTarget>();
  for (const target of REFERENCE_TARGETS) {
    const places = NAMES[target]
      .split(" ")
      .flatMap((name) => folded.flatMap((each, at) => (each === name ? [at] : [])));
    const free = [...new Set(places)].filter((at) => !chosen.has(at));
    const wanted = target === "region" ? preciseRegions(free, folded) : free;
    for (const at of SHARED_REFERENCE_TARGETS.has(target) ? wanted : wanted.slice(0, 1)) chosen.set(at, target);
  }
  return [...chosen].map(([column, target]) => ({ column, target })).toSorted((a, b) => a.column - b.column);
}

function preciseRegions(columns: readonly number[], folded: readonly string[]): number[] {
  const precise = columns.filter((at) => !VAGUE_REGION.has(folded[at] ?? ""));
  return precise.length > 0 ? precise : [...columns];
}
