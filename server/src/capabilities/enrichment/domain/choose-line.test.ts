import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { companyNameKeys } from "../../accounts/index.ts";
import { chooseLine } from "./choose-line.ts";
import type { FoundLine } from "./choose-line.ts";
import { keysOfCompany } from "./company-keys.ts";

interface Listed {
  readonly names: readonly string[];
  readonly creditCode?: string;
  readonly regionCode?: string;
}

const LIST: readonly Listed[] = [
  { names: ["深圳中国农大科技股份有限公司", "国农科技"], regionCode: "440300" },
  { names: ["万科企业股份有限公司", "万科A"], creditCode: "91440300192181490G", regionCode: "440300" },
  { names: ["上海同舟信息科技有限公司"], regionCode: "310000" },
  { names: ["北京同舟信息科技有限公司"], regionCode: "110000" },
  { names: ["平安银行股份有限公司", "平安银行"], regionCode: "440300" },
  { names: ["华泰制药有限公司"], regionCode: "320000" },
  { names: ["华泰制药有限公司"], regionCode: "610000" },
  { names: ["华泰制药股份有限公司"], regionCode: "370000" },
];

const keys = (creditCode: string | null, [name = "", ...shortNames]: readonly string[]) =>
  keysOfCompany(
    creditCode,
    [name].flatMap((each) => companyNameKeys(each) ?? []),
    shortNames.flatMap((each) => companyNameKeys(each) ?? []),
  );

/** The lines of a list that have a key of the company, as the index finds them. */
function ask(name: string, { creditCode = null as string | null, list = LIST } = {}) {
  const wanted = keys(creditCode, [name]).map(({ kind, value }) => `${kind} ${value}`);
  const found = list.flatMap((company, line): FoundLine[] =>
    keys(company.creditCode ?? null, company.names)
      .filter(({ kind, value }) => wanted.includes(`${kind} ${value}`))
      .map(({ kind }) => ({
        kind,
        line,
        name: company.names[0] ?? null,
        creditCode: company.creditCode ?? null,
        regionCode: company.regionCode ?? null,
      })),
  );
  return chooseLine({ creditCode, regionCode: companyNameKeys(name)?.region ?? null }, found);
}

describe("a company is found", () => {
  test.each([
    ["by its registered name", "万科企业股份有限公司", 1, "exact"],
    ["by its short name", "国农科技", 0, "exact"],
    ["by a name without its legal form", "上海同舟信息科技", 2, "core"],
    ["by a short name without the mark of the exchange, which is no more than a brand", "万科", 1, "brand"],
    ["by a short name and what people add to it, which is no more than a brand", "万科集团", 1, "brand"],
  ])("%s", (_, name, line, matchedBy) => {
    expect(ask(name)).toEqual({ outcome: "found", line, matchedBy });
  });

  test("by its credit code, whatever it is called", () => {
    const found = ask("万科地产集团", { creditCode: "91440300192181490G" });
    expect(found).toEqual({ outcome: "found", line: 1, matchedBy: "creditCode" });
  });

  test("in two lines that name the same company", () => {
    const twice = [LIST[1], LIST[1]].flatMap((each) => each ?? []);
    expect(ask("万科企业股份有限公司", { list: twice })).toMatchObject({ outcome: "found", line: 0 });
  });
});

describe("nobody is found", () => {
  test("where several companies may be meant", () => {
    expect(ask("同舟信息科技有限公司")).toEqual({
      outcome: "ambiguous",
      matchedBy: "brand",
      candidates: ["上海同舟信息科技有限公司", "北京同舟信息科技有限公司"],
    });
  });

  test("by the name of a company with another credit code", () => {
    expect(ask("万科企业股份有限公司", { creditCode: "91350100M000100Y43" })).toEqual({ outcome: "none" });
  });

  test("for a branch by the name of its parent, nor by the brand in another province", () => {
    expect(ask("平安银行股份有限公司上海分行")).toEqual({ outcome: "none" });
    expect(ask("广州同舟信息科技有限公司")).toEqual({ outcome: "none" });
  });
});

test("what is found has a key of the company, and the order of the lines is of no matter", () => {
  const company = fc.record({
    name: fc.constantFrom(null, "甲", "乙"),
    creditCode: fc.constantFrom(null, "A", "B"),
    regionCode: fc.constantFrom(null, "110000", "310000"),
  });
  const kinds = fc.subarray(["creditCode", "exact", "core", "brand"] as const);
  const lines = fc.array(fc.tuple(company, kinds), { maxLength: 6 }).chain((list) => {
    const found = list.flatMap(([each, has], line) => has.map((kind): FoundLine => ({ ...each, line, kind })));
    return fc.shuffledSubarray(found, { minLength: found.length });
  });
  const asked = fc.record({
    creditCode: fc.constantFrom(null, "A", "B"),
    regionCode: fc.constantFrom(null, "110105", "310115"),
  });
  fc.assert(
    fc.property(lines, asked, (found, who) => {
      const chosen = chooseLine(who, found);
      const backwards = chooseLine(who, found.toReversed());
      expect(backwards.outcome).toBe(chosen.outcome);
      if (chosen.outcome !== "found") return;
      const line = found.find((each) => each.line === chosen.line && each.kind === chosen.matchedBy);
      expect(line).toBeDefined();
      if (chosen.matchedBy === "creditCode" || who.creditCode === null) return;
      expect([null, who.creditCode]).toContain(line?.creditCode ?? null);
    }),
  );
});
