import fc from "fast-check";
import { expect, it } from "vitest";
import { errorColumnName } from "./error-columns.ts";
import { suggestMapping } from "./suggest-mapping.ts";

function targets(header: string[], rows: string[][] = []): (string | null)[] {
  return suggestMapping(header, rows).map((column) => column.target);
}

it("knows columns by their Chinese names", () => {
  const header = [
    "序号",
    "*姓名",
    "手机号码（必填）",
    "联系电话",
    "电子邮箱",
    "公司全称",
    "统一社会信用代码",
    "职位",
    "所在部门",
    "省份",
    "城市",
    "区县",
    "所属行业",
    "线索来源",
    "活动名称",
    "意向产品",
    "备注",
    "提交时间",
    "负责人",
    "线索状态",
    "会员编号",
    "落地页链接",
    "微信号",
  ];
  expect(targets(header)).toEqual([
    null,
    "name",
    "mobile",
    "phone",
    "email",
    "company",
    "creditCode",
    "jobTitle",
    "department",
    "province",
    "city",
    "district",
    "industry",
    "source",
    "campaign",
    "productLine",
    "note",
    "occurredAt",
    "owner",
    "stage",
    "memberId",
    "landingPage",
    "wechatId",
  ]);
});

it("knows columns by their English names", () => {
  const header = [
    "Full Name",
    "Mobile Phone",
    "E-mail",
    "Company",
    "Job Title",
    "Department",
    "Industry",
    "Lead Source",
    "Campaign",
    "Product",
    "Notes",
    "Created At",
    "Owner",
    "Lead Status",
    "Landing Page",
    "Deal Amount",
    "Website",
  ];
  expect(targets(header)).toEqual([
    "name",
    "mobile",
    "email",
    "company",
    "jobTitle",
    "department",
    "industry",
    "source",
    "campaign",
    "productLine",
    "note",
    "occurredAt",
    "owner",
    "stage",
    "landingPage",
    "amount",
    "website",
  ]);
});

it("knows the columns of a marketplace's leads", () => {
  expect(
    targets(
      ["mql_id", "first_contact_date", "landing_page_id", "origin"],
      [["dac32acd4db4c29c230538b72f8dd87d", "2018.02.01", "88740e65", "Social"]],
    ),
  ).toEqual(["memberId", "occurredAt", "landingPage", "source"]);
});

it("goes by the values where the name says nothing or nothing true", () => {
  const rows = [
    ["林晓", "13800138000", "lin@qq.com", "云帆智能科技有限公司", "91350100M000100Y43", "2025-03-01"],
    ["陈浩", "13900139000", "chen@qq.com", "同舟信息有限公司", "91512081MA62K0260E", "2025-03-02"],
  ];
  expect(targets(["1", "2", "3", "4", "5", "6"], rows)).toEqual([
    "name",
    "mobile",
    "email",
    "company",
    "creditCode",
    "occurredAt",
  ]);
  expect(
    targets(
      ["微信", "备注", "电话"],
      [
        ["x", "13800138000", "021-62335566"],
        ["y", "13900139000", "021-62335567"],
      ],
    ),
  ).toEqual(["wechatId", "mobile", "phone"]);
});

it("gives a target that is not shared to one column, and says why", () => {
  const columns = suggestMapping(["公司名称", "公司", "备注", "备注2"], []);
  expect(columns.map((column) => column.target)).toEqual(["company", null, "note", "note"]);
  expect(columns.map((column) => column.because)).toEqual(["header", null, "header", "part_of_header"]);
});

it("takes a word in a sentence, a consent or a birthday for nothing", () => {
  const header = [
    "Do Not Email",
    "I agree to pay the amount through cheque",
    "Total Time Spent on Website",
    "是否有微信",
    "出生日期",
    "股票名称",
    "business_type",
  ];
  expect(targets(header)).toEqual(header.map(() => null));
});

it("leaves out the columns an error file has in front", () => {
  expect(
    targets([
      errorColumnName("line", "行号"),
      errorColumnName("column", "列"),
      errorColumnName("reason", "原因"),
      "姓名",
    ]),
  ).toEqual([null, null, null, "name"]);
});

it("never throws, suggests one thing a column at most and gives no unshared target twice", () => {
  const words = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("姓名", "手机", "公司", "公司名称", "电话", "id", "客户id", "user_id", "备注", "日期"),
  );
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 12 }),
      fc.array(fc.array(words, { maxLength: 12 }), { maxLength: 5 }),
      (header, rows) => {
        const columns = suggestMapping(header, rows);
        expect(columns.map((column) => column.header)).toEqual(header);
        const single = columns
          .map((column) => column.target)
          .filter((target) => target !== null && !["mobile", "phone", "email", "note"].includes(target));
        expect(new Set(single).size).toBe(single.length);
      },
    ),
  );
});
