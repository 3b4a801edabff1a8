import { listExports } from "@tongzhou/contract/exports";
import type { ExportRow } from "@tongzhou/contract/exports";
import { fields } from "@tongzhou/contract/fields";
import type { CustomField, FieldValue } from "@tongzhou/contract/fields";
import Papa from "papaparse";
import { beforeAll, expect, test } from "vitest";
import { openExportWorld } from "./export-world.fixture.ts";
import type { ExportWorld } from "./export-world.fixture.ts";
import { readArchive } from "./platform/sheets/read-archive.fixture.ts";

const EVERYTHING = { filter: { combinator: "and", rules: [] } } as const;

let world: ExportWorld;
let his: string[];
let added: Record<
  "text" | "number" | "money" | "date" | "choices" | "boolean" | "user" | "secret" | "sales",
  CustomField
>;

const as = (name: Exclude<keyof ExportWorld["cast"], "teams">) => world.http.as(world.cast[name]);

async function add(field: object): Promise<CustomField> {
  const answer = await as("吴桐").call(fields.create, { body: { object: "contact", ...field } as never });
  expect(answer.status, JSON.stringify(answer.problem)).toBe(201);
  return answer.body as CustomField;
}

const column = ({ id }: CustomField): string => `custom.${id}`;

beforeAll(async () => {
  world = await openExportWorld();
  his = await world.meet(world.cast.陈浩, ["甲", "乙"]);
  await world.meet(world.cast.王倩, ["丙"]);
  added = {
    text: await add({ type: "text", name: "邀请码", nameEn: "Invitation" }),
    number: await add({ type: "number", name: "年龄" }),
    money: await add({ type: "money", name: "预算" }),
    date: await add({ type: "date", name: "入职日" }),
    choices: await add({
      type: "choices",
      name: "兴趣",
      options: [{ name: "小程序", nameEn: "Mini program" }, { name: "ERP" }],
    }),
    boolean: await add({ type: "boolean", name: "试用过" }),
    user: await add({ type: "user", name: "顾问" }),
    secret: await add({ type: "text", name: "身份证号", sensitive: true }),
    sales: await add({ type: "text", name: "底价", visibleTo: ["sales_manager"] }),
  };
  const options = added.choices.options?.map(({ id }) => id) ?? [];
  await fill("陈浩", his[0] ?? "", [
    [added.text, "=1+1"],
    [added.number, -12.5],
    [added.money, { amount: 1_234_500, currency: "CNY" }],
    [added.date, "2025-03-04"],
    [added.choices, options],
    [added.boolean, false],
    [added.user, world.cast.王倩],
    [added.secret, "310101199001011234"],
  ]);
  await fill("陈浩", his[1] ?? "", [[added.money, { amount: 99, currency: "USD" }]]);
  await fill("赵磊", his[0] ?? "", [[added.sales, "九折"]]);
});

async function fill(name: "陈浩" | "赵磊", recordId: string, values: [CustomField, FieldValue][]): Promise<void> {
  const changes = Object.fromEntries(values.map(([{ id }, to]) => [id, { from: null, to }]));
  const params = { object: "contact" as const, recordId };
  const answer = await as(name).call(fields.editValues, { params, body: { changes } });
  expect(answer.status, JSON.stringify(answer.problem)).toBe(200);
}

async function exported(
  name: "陈浩" | "林晓" | "赵磊",
  columns: string[],
  format: "csv" | "xlsx" = "csv",
): Promise<{ row: ExportRow; bytes: Buffer }> {
  const body = { object: "contact" as const, choice: EVERYTHING, columns, format, sort: "name" };
  const begun = await as(name).call(listExports.begin, { body });
  expect(begun.status, JSON.stringify(begun.problem)).toBe(201);
  const row = begun.body as ExportRow;
  return { row, bytes: (await world.fetch(world.cast[name], row.id)).bytes };
}

const linesOf = (bytes: Buffer): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(bytes.toString("utf8").slice(1), { header: true, skipEmptyLines: true }).data;

test("what the company added leaves as the page shows it, and nothing of it runs", async () => {
  const { text, number, money, date, choices, boolean, user, secret } = added;
  const all = [text, number, money, date, choices, boolean, user, secret].map(column);
  const lines = linesOf((await exported("陈浩", ["name", ...all])).bytes);
  expect(lines.find((line) => line["姓名"] === "甲")).toEqual({
    姓名: "甲",
    邀请码: "'=1+1",
    年龄: "-12.5",
    预算: "12345.00",
    入职日: "2025-03-04",
    兴趣: "小程序; ERP",
    试用过: "否",
    顾问: "王倩",
    身份证号: "310101199001011234",
  });
  expect(lines.find((line) => line["姓名"] === "乙")).toMatchObject({ 预算: "USD 0.99", 兴趣: "", 试用过: "" });
});

test("figures and days are figures and days in a sheet", async () => {
  const { bytes } = await exported(
    "陈浩",
    ["name", ...[added.number, added.money, added.date, added.text].map(column)],
    "xlsx",
  );
  const sheet = readArchive(bytes).get("xl/worksheets/sheet1.xml") ?? "";
  expect(sheet).toContain("<v>-12.5</v>");
  expect(sheet).toContain("<v>12345.00</v>");
  expect(sheet).toContain("<v>45720</v>");
  expect(sheet).toMatch(/t="inlineStr"[^>]*><is><t xml:space="preserve">=1\+1/);
});

test("what is sensitive leaves masked for whoever may not edit the record, and the preview says so", async () => {
  const lines = linesOf((await exported("林晓", ["name", column(added.secret)])).bytes);
  expect(lines.find((line) => line["姓名"] === "甲")).toEqual({ 姓名: "甲", 身份证号: "****" });
  const preview = await as("林晓").call(listExports.preview, { body: { object: "contact", choice: EVERYTHING } });
  const columns = preview.body.columns as { id: string; head: string; masked: boolean }[];
  expect(columns).toContainEqual({ id: column(added.secret), head: "身份证号", masked: true });
  expect(columns).toContainEqual({ id: column(added.text), head: "邀请码", masked: false });
});

test("a field of other roles is neither offered nor written nor told of", async () => {
  const offered = await as("陈浩").call(listExports.preview, { body: { object: "contact", choice: EVERYTHING } });
  expect((offered.body.columns as { id: string }[]).map(({ id }) => id)).not.toContain(column(added.sales));
  const body = {
    object: "contact" as const,
    choice: EVERYTHING,
    columns: [column(added.sales)],
    format: "csv" as const,
  };
  expect((await as("陈浩").call(listExports.begin, { body })).problem).toMatchObject({ status: 400 });
  const { row, bytes } = await exported("赵磊", ["name", column(added.sales)]);
  expect(row.columns).toEqual(["姓名", "底价"]);
  expect(linesOf(bytes).find((line) => line["姓名"] === "甲")).toEqual({ 姓名: "甲", 底价: "九折" });
  const seen = await as("吴桐").call(listExports.show, { params: { exportId: row.id } });
  expect(seen.body.columns).toEqual(["姓名"]);
});

test("an archived field is no longer offered; what was exported with it still says so", async () => {
  const { row } = await exported("陈浩", ["name", column(added.boolean)]);
  const archived = { params: { fieldId: added.boolean.id }, body: { archived: { from: false, to: true } } };
  expect((await as("吴桐").call(fields.edit, archived)).status).toBe(200);
  const body = {
    object: "contact" as const,
    choice: EVERYTHING,
    columns: [column(added.boolean)],
    format: "csv" as const,
  };
  expect((await as("陈浩").call(listExports.begin, { body })).problem).toMatchObject({ status: 400 });
  expect((await as("陈浩").call(listExports.show, { params: { exportId: row.id } })).body.columns).toEqual([
    "姓名",
    "试用过",
  ]);
});
