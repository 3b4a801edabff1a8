import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { companyKey } from "../../accounts/domain/company-key.ts";
import { creditCode } from "../../accounts/domain/credit-code.ts";
import { addressRegion } from "../../accounts/domain/parse-address.ts";
import { parseIndustry } from "../../accounts/domain/parse-industry.ts";
import { parseRegion } from "../../accounts/domain/parse-region.ts";
import { normaliseIdentifier } from "../../contacts/domain/normalise-identifier.ts";
import { IMPORT_TARGETS, type MappedColumn } from "./import-target.ts";
import { parseAmount } from "./parse-amount.ts";
import { dateParser, dayParser } from "./parse-date.ts";
import { createCsvReader } from "../../../platform/csv/read-csv-rows.ts";
import type { RowDraft, RowOutcome, RowReject } from "./row-draft.ts";
import type { RowNormalisers } from "./row-normalisers.ts";
import { suggestMapping } from "./suggest-mapping.ts";
import { rowValidator } from "./row-validator.ts";

const normalise: RowNormalisers = {
  identifier: normaliseIdentifier,
  companyKey,
  creditCode,
  region: parseRegion,
  addressRegion,
  amount: parseAmount,
  date: dateParser({ timeZone: "Asia/Shanghai", order: null, now: new Date("2025-11-21T02:00:00Z") }),
  day: dayParser({ timeZone: "Asia/Shanghai", order: null }),
  industry: parseIndustry,
};

/** Imports a file from its text with the mapping that is suggested for it. */
function outcomes(text: string, mode: "new" | "history" = "new"): RowOutcome[] {
  const reader = createCsvReader({ encoding: "utf-8", separator: ",", newline: "\n" }, null);
  const [top, ...rest] = [...reader.push(Buffer.from(text)), ...reader.end()];
  const header = top?.cells ?? [];
  const mapping = suggestMapping(header, []).flatMap(({ column, target }): MappedColumn[] =>
    target === null ? [] : [{ column, target, ...(target === "memberId" ? { memberSource: "olist" } : {}) }],
  );
  const again = createCsvReader({ encoding: "utf-8", separator: ",", newline: "\n" }, header.length);
  const rows = [...again.push(Buffer.from(text)), ...again.end()].slice(1);
  expect(rows).toHaveLength(rest.length);
  return rows.map(rowValidator({ header, mapping, mode, normalise }));
}

function draftOf(text: string, mode: "new" | "history" = "new"): RowDraft {
  const [outcome] = outcomes(text, mode);
  if (outcome?.kind !== "draft") throw new Error(`not a draft: ${JSON.stringify(outcome)}`);
  return outcome.draft;
}

function rejectsOf(text: string, mode: "new" | "history" = "new"): readonly RowReject[] {
  const [outcome] = outcomes(text, mode);
  return outcome?.kind === "rejected" ? outcome.rejects : [];
}

describe("a good row", () => {
  it.each([
    ["手机,地址\n13800138000,深圳市南山区科技园1号\n", "440305"],
    ["手机,地址\n13800138000,广州市白云路85号\n", "440100"],
    ["手机,地址\n13800138000,上海市卢湾区淮海中路1号\n", "310101"],
    ["手机,省份,城市,地址\n13800138000,广东,深圳,南山区科技园1号\n", "440305"],
    ["手机,省份,城市,地址\n13800138000,广东,深圳,北京市朝阳区建国路88号\n", "440300"],
    ["手机,地区,地址\n13800138000,南山区,深圳市科技园1号\n", "440305"],
    ["手机,地区,地址\n13800138000,铁西区,沈阳市建设大路1号\n", "210106"],
  ])("takes from %j the region %s", (text, region) => {
    expect(draftOf(text)).toMatchObject({ region, remarks: [] });
  });

  it("says so when the address does not tell which of two districts is meant", () => {
    const ambiguous = { region: null, remarks: [{ code: "region_ambiguous", column: "地区", value: "南山区" }] };
    expect(draftOf("手机,地区,地址\n13800138000,南山区,科技园1号\n")).toMatchObject(ambiguous);
    expect(draftOf("手机,地区,地址\n13800138000,南山区,北京市朝阳区建国路\n")).toMatchObject(ambiguous);
  });

  it("becomes a draft with everything that stands in it", () => {
    const text =
      "姓名,手机,电话,邮箱,公司,信用代码,职位,部门,省份,城市,行业,来源,活动,产品线,备注,提交时间,会员号,落地页,微信号,金额\n" +
      " 林晓\u200b,138-0013-8000,021-62335566-8012,Lin@QQ.com,云帆 智能,91350100M000100Y43,市场总监,市场部,广东,深圳,机器人,百度,春季展会,巡检,想看演示,2025-03-01 09:30,U-7,https://yunfan.cn/x,linxiao88,¥268万\n";
    expect(draftOf(text)).toEqual({
      line: 2,
      name: "林晓",
      identifiers: [
        { kind: "member:olist", value: "U-7", raw: "U-7", strong: true },
        { kind: "phone", value: "+8613800138000", raw: "138-0013-8000", strong: true },
        { kind: "phone", value: "+862162335566;ext=8012", raw: "021-62335566-8012", strong: false },
        { kind: "email", value: "lin@qq.com", raw: "Lin@QQ.com", strong: true },
        { kind: "wechat_id", value: "linxiao88", raw: "linxiao88", strong: false },
      ],
      company: { name: "云帆 智能", key: "云帆智能" },
      creditCode: "91350100M000100Y43",
      website: null,
      industry: "机器人",
      companySize: null,
      jobTitle: "市场总监",
      department: "市场部",
      region: "440300",
      address: null,
      source: "百度",
      campaign: "春季展会",
      productLine: "巡检",
      landingPage: "https://yunfan.cn/x",
      note: "想看演示",
      occurredAt: Date.UTC(2025, 2, 1, 1, 30),
      owner: null,
      stage: null,
      stageSince: null,
      amount: { minor: 268_000_000, currency: "CNY" },
      remarks: [],
      added: [],
      facts: null,
    });
  });

  it("needs one identifier, or a name with a company", () => {
    expect(draftOf("姓名,手机\n,13800138000\n")).toMatchObject({ name: null, company: null });
    expect(draftOf("姓名,公司\n林晓,云帆智能\n").identifiers).toEqual([]);
    expect(draftOf("mql_id\ndac32acd\n").identifiers).toEqual([
      { kind: "member:olist", value: "dac32acd", raw: "dac32acd", strong: true },
    ]);
    for (const text of [
      "姓名,公司\n林晓,\n",
      "姓名,公司\n,云帆智能\n",
      "姓名,公司\n林晓,个人\n",
      "姓名,公司\n林晓,-\n",
    ]) {
      expect(rejectsOf(text)).toEqual([{ reason: "no_identifier", column: null, value: "", params: {} }]);
    }
  });

  it("may hold several numbers in a cell, and one number twice counts once", () => {
    const { identifiers } = draftOf("手机,电话,邮箱\n13800138000/13900139000,13800138000,a@qq.com；b@qq.com\n");
    expect(identifiers.map((identifier) => identifier.value)).toEqual([
      "+8613800138000",
      "+8613900139000",
      "a@qq.com",
      "b@qq.com",
    ]);
  });

  it("keeps formulas as text", () => {
    const draft = draftOf('姓名,手机,公司,备注\n=HYPERLINK(),"=""13800138000""",+云帆,@SUM(A1)\n');
    expect(draft).toMatchObject({ name: "=HYPERLINK()", company: { name: "+云帆" }, note: "@SUM(A1)" });
    expect(draft.identifiers[0]?.value).toBe("+8613800138000");
  });

  it("takes names of any script, with emoji and of 200 characters", () => {
    for (const name of ["محمد علي", "👨‍👩‍👧小明", "𠮷田", "José Ñuñez", "张".repeat(200)])
      expect(draftOf(`姓名,手机\n${name},13800138000\n`).name).toBe(name);
  });

  it("takes what is doubtful and says so", () => {
    expect(draftOf("手机,电话,信用代码,省份\n13800138000,62335566,91350211M0000XUF46,火星\n").remarks).toEqual([
      { code: "area_code_missing", column: "电话", value: "62335566" },
      { code: "credit_code_check_mismatch", column: "信用代码", value: "91350211M0000XUF46" },
      { code: "region_unknown", column: "省份", value: "火星" },
    ]);
    expect(draftOf("手机,姓名,备注\n13800138000,林晓\n").remarks).toEqual([
      { code: "missing_columns", column: null, value: "" },
    ]);
  });

  it("takes owner and stage only from history", () => {
    const text = "手机,负责人,状态,成交时间\n13800138000,陈浩,跟进中,2025-03-01\n";
    expect(draftOf(text, "history")).toMatchObject({
      owner: "陈浩",
      stage: "sql",
      stageSince: Date.UTC(2025, 1, 28, 16),
    });
    expect(draftOf(text)).toMatchObject({ owner: null, stage: null, stageSince: null });
    expect(rejectsOf("手机,状态\n13800138000,神秘\n", "history")).toEqual([
      { reason: "stage_unknown", column: "状态", value: "神秘", params: {} },
    ]);
  });
});

describe("a bad row", () => {
  it.each([
    ["手机\n1380013800\n", "phone_impossible", "手机", "1380013800"],
    ["手机\n1.38E+10\n", "phone_digits_lost", "手机", "1.38E+10"],
    ["电话\n62335566\n", "phone_area_code_missing", "电话", "62335566"],
    ["邮箱\nlin@qq\n", "email_impossible", "邮箱", "lin@qq"],
    ["手机,微信号\n13800138000,林晓的微信\n", "id_impossible", "微信号", "林晓的微信"],
    ["手机,提交时间\n13800138000,1970-01-01\n", "date_out_of_range", "提交时间", "1970-01-01"],
    ["手机,提交时间\n13800138000,2099-12-31\n", "date_out_of_range", "提交时间", "2099-12-31"],
    ["手机,提交时间\n13800138000,3/4/2025\n", "date_ambiguous", "提交时间", "3/4/2025"],
    ["手机,提交时间\n13800138000,昨天\n", "date_unreadable", "提交时间", "昨天"],
    ["手机,金额\n13800138000,面议\n", "amount_unreadable", "金额", "面议"],
    ["手机,信用代码\n13800138000,123\n", "credit_code_format", "信用代码", "123"],
    ["手机,姓名\n13800138000,a,b\n", "extra_columns", "3", "b"],
    ['手机,姓名\n13800138000,"林\n', "broken_quotes", null, '13800138000 "林'],
    ["手机,姓名\n13800138000,a\0b\n", "nul_character", "姓名", "a\0b"],
    ["手机,姓名\n13800138000,\ufffd\n", "undecodable", "姓名", "\ufffd"],
  ])("%j is kept out: %s", (text, reason, column, value) => {
    expect(rejectsOf(text)).toMatchObject([{ reason, column, value }]);
  });

  it("is told everything at once, with long values cut", () => {
    const rejects = rejectsOf(`姓名,手机,邮箱\n${"长".repeat(201)},12,x\n`);
    expect(rejects.map(({ reason, column }) => [reason, column])).toEqual([
      ["phone_impossible", "手机"],
      ["email_impossible", "邮箱"],
      ["too_long", "姓名"],
    ]);
    expect(rejects[2]).toMatchObject({ params: { limit: 200 }, value: `${"长".repeat(200)}…` });
    expect(rejectsOf(`手机,备注\n13800138000,${"长".repeat(50_001)}\n`)).toMatchObject([
      { reason: "cell_too_long", column: "备注" },
    ]);
  });

  it("offers what a credit code probably means", () => {
    expect(rejectsOf("手机,信用代码\n13800138000,9135O1OOM0001OOY43\n")[0]?.params).toEqual({
      suggestion: "91350100M000100Y43",
    });
  });

  it("does not touch the rows around it", () => {
    const text = '姓名,手机\n林晓,13800138000\n陈浩,1\n王倩,"139\n赵磊,13700137000\n,\n赵磊,13700137000\n';
    expect(outcomes(text).map((outcome) => outcome.kind)).toEqual([
      "draft",
      "rejected",
      "rejected",
      "draft",
      "blank",
      "draft",
    ]);
  });
});

it("never throws, and every draft can be met by somebody", () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom(
      "13800138000",
      "lin@qq.com",
      "林晓",
      "云帆智能",
      "2025-03-01",
      "¥1万",
      "已转化",
      "广东",
      "=1",
      "无",
    ),
  );
  const validate = rowValidator({
    header: [...IMPORT_TARGETS],
    mapping: IMPORT_TARGETS.map((target, column) => ({ column, target })),
    mode: "history",
    normalise,
  });
  fc.assert(
    fc.property(fc.array(cell, { maxLength: IMPORT_TARGETS.length }), (cells) => {
      const outcome = validate({ line: 2, offset: 0, cells, problems: [] });
      if (outcome.kind === "draft") {
        const { identifiers, name, company } = outcome.draft;
        expect(identifiers.length > 0 || (name !== null && company !== null)).toBe(true);
      }
      if (outcome.kind === "rejected") expect(outcome.rejects.length).toBeGreaterThan(0);
      if (outcome.kind === "blank")
        expect(cells.every((text) => !/[\p{L}\p{N}]/u.test(text) || text === "无")).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
