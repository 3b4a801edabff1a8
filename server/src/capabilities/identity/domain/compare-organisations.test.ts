import { describe, expect, it } from "vitest";
import { companyNameKeys } from "../../accounts/domain/company-name-keys.ts";
import { readAloud } from "../read-aloud.ts";
import { compareOrganisations } from "./compare-organisations.ts";
import { ORGANISATION_LEVELS } from "./organisation-levels.ts";
import { writeOrganisation } from "./organisation-value.ts";

const PLACES = ["hong kong", "urbana champaign", "college park", "athens", "berlin"];

/** Names whose words a list of organisations would weigh: common trades, many brands. */
const OTHERS = [
  "Acme Trading",
  "Boston University",
  "Bell Laboratories",
  "Tufts University",
  "上海同舟信息科技有限公司",
  "北京烤鸭店",
  "深圳市腾飞电子有限公司",
];

function levelOf(first: string, second: string, placesOfFirst: string[] = [], placesOfSecond: string[] = []): number {
  const values = [first, second, ...OTHERS].map((name) => {
    const keys = companyNameKeys(name);
    if (!keys) throw new Error(`${name} names no company`);
    return writeOrganisation(keys);
  });
  const { compare, wordsOfPlace } = compareOrganisations(values, PLACES, readAloud);
  const straight = compare(0, 1, placesOfFirst.flatMap(wordsOfPlace), placesOfSecond.flatMap(wordsOfPlace)).level;
  expect(compare(1, 0, placesOfSecond.flatMap(wordsOfPlace), placesOfFirst.flatMap(wordsOfPlace)).level).toBe(straight);
  return straight;
}

describe("names in Chinese", () => {
  it.each([
    ["上海华信电子有限公司", "华信电子（上海）股份有限公司", "respelled"],
    ["華為技術有限公司", "华为技术", "respelled"],
    ["国农科技", "深圳国农大科技股份有限公司", "within"],
    ["上海通达信息科技有限公司", "北京通达信息科技有限公司", "akin"],
    ["中国工商银行上海分行", "中国工商银行", "akin"],
    ["佳讯飞鸿", "雪迪龙科技", "different"],
  ] as const)("%s and %s: %s", (a, b, level) => {
    expect(levelOf(a, b)).toBe(ORGANISATION_LEVELS[level]);
  });
});

describe("names in letters", () => {
  it.each([
    ["Univ. of Athens", "University of Athens", "respelled"],
    ["Hong Kong University of Science and Technology", "HKUST", "respelled"],
    ["Ploytechnic University", "Polytechnic University", "respelled"],
    ["Humboldt University Berlin", "Humboldt University", "within"],
    ["Teradata", "Teradata Solutions", "within"],
    ["Chinese University of Hong Kong", "University of Hong Kong", "different"],
    ["Portland State University", "Ohio State University", "different"],
    ["Xx Holding", "Xx Zobam", "different"],
  ] as const)("%s and %s: %s", (a, b, level) => {
    expect(levelOf(a, b)).toBe(ORGANISATION_LEVELS[level]);
  });

  it("what one says in its name the other may say in its place", () => {
    const long = "University of Illinois at Urbana-Champaign";
    expect(levelOf(long, "University of Illinois", [], ["urbana champaign"])).toBe(ORGANISATION_LEVELS.respelled);
    expect(levelOf(long, "University of Illinois")).toBe(ORGANISATION_LEVELS.within);
    expect(levelOf("UIUC", "University of Illinois", [], ["urbana champaign"])).toBe(ORGANISATION_LEVELS.respelled);
  });
});

describe("a name in letters beside one in Chinese", () => {
  it.each([
    ["Beijing Jiaxun Feihong Electrical", "北京佳讯飞鸿电气股份有限公司", "respelled"],
    ["Sanchao Advanced Materials", "南京三超新材料股份有限公司", "respelled"],
    ["Electronic Technology", "佳讯电子科技有限公司", "akin"],
    ["Acme Trading", "北京佳讯飞鸿电气股份有限公司", "different"],
  ] as const)("%s and %s: %s", (a, b, level) => {
    expect(levelOf(a, b)).toBe(ORGANISATION_LEVELS[level]);
  });
});
