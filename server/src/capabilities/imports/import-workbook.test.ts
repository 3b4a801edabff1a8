import { beforeAll, expect, test } from "vitest";
import { imports } from "@tongzhou/contract/imports";
import type { ImportFile, ImportPreview } from "@tongzhou/contract/imports";
import { DATE_STYLE, workbookFile, zipFile } from "../../platform/xlsx/workbook-file.fixture.ts";
import type { CellOf } from "../../platform/xlsx/workbook-file.fixture.ts";
import { columnsOf, openImportWorld } from "./import-world.fixture.ts";
import type { ImportWorld } from "./import-world.fixture.ts";

const signedIn = (serial: number): CellOf => ({ attributes: `s="${DATE_STYLE}"`, inside: `<v>${serial}</v>` });
const HEADER = ["单位", "姓名", "手机", "签到时间", "备注"];
const LIST: (readonly CellOf[] | undefined)[] = [
  ["2025 管廊大会签到名单"],
  HEADER,
  ["云岭管廊", "许国华", 13_900_007_731, signedIn(45_980.25), "想看\n挂轨"],
  [undefined, "于洋", 13_900_007_732, signedIn(45_980.5)],
  undefined,
  ["宏远管廊", "张工", undefined, signedIn(73_415)],
  ["皖江管廊", "老刘", 1_380_000, signedIn(45_980.5)],
];
const WORKBOOK = workbookFile({
  sheets: [
    { name: "说明", rows: [["请填第二张表"]] },
    { name: "签到", rows: LIST, merged: ["A1:E1", "A3:A4"] },
  ],
});
const COLUMNS = columnsOf("company", "name", "mobile", "occurredAt", "note");

let world: ImportWorld;

beforeAll(async () => {
  world = await openImportWorld();
});

const marketer = () => world.http.as(world.cast.林晓);
const open = async (fileId: string, sheet: number) =>
  marketer().call(imports.openSheet, { params: { fileId }, body: { sheet } });

test("a workbook names its sheets, and nothing is done with it before one is chosen", async () => {
  const file = await world.upload(WORKBOOK, "签到.xlsx");
  expect(file).toMatchObject({
    name: "签到.xlsx",
    isSheet: false,
    sheets: [
      { name: "说明", hidden: false },
      { name: "签到", hidden: false },
    ],
  });
  const params = { fileId: file.fileId };
  expect((await marketer().call(imports.preview, { params, body: {} })).problem.code).toBe("import_sheet_not_chosen");
  expect((await marketer().call(imports.sheets, { params })).body).toEqual(file);
  expect((await open(file.fileId, 7)).problem.code).toBe("import_file_gone");
});

test("a sheet is previewed with its own row numbers, read once, and not read otherwise", async () => {
  const { fileId } = await world.upload(WORKBOOK, "签到.xlsx");
  const [sheet, again] = await Promise.all([open(fileId, 1), open(fileId, 1)]);
  expect(sheet.body).toMatchObject({ name: "签到.xlsx · 签到", isSheet: true, sheets: [], lineCount: 7 });
  expect(again.body).toEqual(sheet.body);
  const params = { fileId: (sheet.body as ImportFile).fileId };
  const preview = await marketer().call(imports.preview, { params, body: { encoding: "utf-16le", separator: ";" } });
  expect(preview.body).toMatchObject({ hasHeader: true, format: { encoding: "utf-8", separator: "," } });
  expect(preview.body.columns.map(({ header }: { header: string }) => header)).toEqual(HEADER);
  expect(preview.body.rows.map(({ line }: { line: number }) => line)).toEqual([3, 4, 6, 7]);
  expect(preview.body.rows[1].cells).toEqual(["云岭管廊", "于洋", "13900007732", "2025-11-19 12:00:00", ""]);
});

test("a sheet is imported; what stays out says its row, and comes in when it was corrected", async () => {
  const { fileId } = await world.upload(WORKBOOK, "签到.xlsx");
  const sheet = (await open(fileId, 1)).body as ImportFile;
  const begun = await marketer().call(imports.begin, {
    body: { fileId: sheet.fileId, settings: { columns: COLUMNS } },
  });
  await world.work();
  const result = await world.reaches(begun.body.id, "done");
  expect(result.counts).toMatchObject({ rows: 4, created: 2, rejected: 2 });
  const notes = await world.database.pool.query("select details ->> 'note' as note from touch order by at");
  expect(notes.rows.map(({ note }) => note)).toEqual(["想看\n挂轨", null]);
  const rejected = await marketer().call(imports.rejects, { params: { importId: result.id }, query: {} });
  expect(
    rejected.body.rows.map((row: { line: number; problems: { code: string }[] }) => [row.line, row.problems[0]?.code]),
  ).toEqual([
    [6, "date_out_of_range"],
    [7, "phone_impossible"],
  ]);
  const errors = await world.http.app.inject({
    url: `/api/imports/${result.id}/errors.csv`,
    headers: { cookie: `tongzhou=${world.cast.林晓}` },
  });
  const mended = await world.upload(
    errors.payload.replaceAll("2100-12-31", "2025-11-19").replaceAll("1380000", "13800138009"),
  );
  const params = { fileId: mended.fileId };
  const preview = await marketer().call(imports.preview, { params, body: {} });
  const columns = preview.body.columns.flatMap(({ column, target }: { column: number; target: string | null }) =>
    target === null ? [] : [{ column, target }],
  );
  expect(preview.body.remembered).not.toBeNull();
  expect(columns.map(({ target }: { target: string }) => target)).toEqual(COLUMNS.map(({ target }) => target));
  const second = await marketer().call(imports.begin, { body: { ...params, settings: { columns } } });
  expect((await world.reaches(second.body.id, "done")).counts).toMatchObject({ rows: 2, created: 2, rejected: 0 });
});

test("whoever sent a workbook gets what stays out as a workbook, which is opened and mapped as the one before", async () => {
  const { fileId } = await world.upload(WORKBOOK, "签到.xlsx");
  const sheet = (await open(fileId, 1)).body as ImportFile;
  const body = { fileId: sheet.fileId, settings: { columns: COLUMNS }, again: true };
  const begun = await marketer().call(imports.begin, { body });
  const result = await world.reaches(begun.body.id, "done");
  expect(result).toMatchObject({ isSheet: true });
  const errors = await world.http.app.inject({
    url: `/api/imports/${result.id}/errors.xlsx`,
    headers: { cookie: `tongzhou=${world.cast.林晓}` },
  });
  expect(decodeURIComponent(String(errors.headers["content-disposition"]))).toMatch(/\.xlsx$/);
  const again = await world.upload(errors.rawPayload, "留下的.xlsx");
  const corrected = (await open(again.fileId, 0)).body as ImportFile;
  const asked = { params: { fileId: corrected.fileId }, body: {} };
  const preview = (await marketer().call(imports.preview, asked)).body as ImportPreview;
  expect(preview.columns.slice(3).map(({ target }) => target)).toEqual(COLUMNS.map(({ target }) => target));
  expect(preview.rows.map(({ cells }) => [cells[0], cells[1], cells[4]])).toEqual([
    ["6", "签到时间", "张工"],
    ["7", "手机", "老刘"],
  ]);
  const csv = await world.http.app.inject({
    url: `/api/imports/${result.id}/errors.xlsx`,
    headers: { cookie: `tongzhou=${world.cast.陈浩}` },
  });
  expect(csv.statusCode).toBe(403);
});

test.each([
  ["import_workbook_not_a_workbook", zipFile([{ name: "a.txt", bytes: Buffer.from("a") }])],
  ["import_workbook_old_format", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
  ["import_workbook_damaged", WORKBOOK.subarray(0, 900)],
])("%s: it is refused at once, and nothing of it is kept", async (code, bytes) => {
  const before = await world.database.pool.query("select count(*) from stored_file");
  await expect(world.upload(bytes, "名单.xlsx")).rejects.toThrow(code);
  expect((await world.database.pool.query("select count(*) from stored_file")).rows).toEqual(before.rows);
});

test("an empty sheet is refused when it is opened", async () => {
  const { fileId } = await world.upload(workbookFile({ sheets: [{ name: "空", rows: [] }] }), "空.xlsx");
  expect((await open(fileId, 0)).problem.code).toBe("import_workbook_empty_sheet");
});
