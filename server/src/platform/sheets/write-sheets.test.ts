import { buffer } from "node:stream/consumers";
import { Readable } from "node:stream";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { zoneClock } from "../time/zone-clock.ts";
import { readArchive, readCells } from "./read-archive.fixture.ts";
import type { Sheet, SheetCell, SheetColumn } from "./sheet-cell.ts";
import { majorUnits } from "./sheet-cell.ts";
import { writeCsvCell, writeCsvSheet } from "./write-csv-sheet.ts";
import { sheetsFor, writeXlsxSheet } from "./write-xlsx-sheet.ts";
import { zipStream } from "./zip-stream.ts";

const COLUMNS: SheetColumn[] = [
  { head: "公司", kind: "text" },
  { head: "手机", kind: "phone" },
  { head: "金额", kind: "money" },
  { head: "时间", kind: "instant" },
  { head: "日期", kind: "day" },
  { head: "得分", kind: "number" },
];

const SHANGHAI = zoneClock("Asia/Shanghai").wallAt;

async function* inBatches(rows: readonly SheetCell[][], size = 2) {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

const sheet = (rows: readonly SheetCell[][], more: Partial<Sheet> = {}): Sheet => ({
  name: "线索",
  columns: COLUMNS,
  batches: inBatches(rows),
  timeZone: "Asia/Shanghai",
  ...more,
});

const bytesOf = (stream: AsyncIterable<Buffer>): Promise<Buffer> => buffer(Readable.from(stream));

const ROW: SheetCell[] = [
  "=cmd|' /C calc'!A0",
  "+86 138 0000 6021",
  { amount: -123_45, currency: "CNY" },
  "2025-11-21T01:24:00.000Z",
  "2025-11-21",
  -3,
];

describe("CSV", () => {
  test("begins with a mark that Excel knows, and says instants by the company's clocks", async () => {
    const text = (await bytesOf(writeCsvSheet(sheet([ROW, [null, null, null, null, null, null]])))).toString("utf8");
    expect(text).toBe(
      "\ufeff公司,手机,金额,时间,日期,得分\r\n" +
        "'=cmd|' /C calc'!A0,+86 138 0000 6021,-123.45,2025-11-21 09:24:00,2025-11-21,-3\r\n,,,,,\r\n",
    );
  });

  test("leaves figures and phone numbers readable, and nothing that could run", () => {
    const written = (text: string) => writeCsvCell(text, "text", SHANGHAI);
    for (const text of ["-12.5%", "+86 138****6021", "-1,200.00", "138 0000 6021", "李=明", "a@b.cn"])
      expect(written(text)).toBe(text);
    for (const text of ["=1+1", "+1+1", "-1-1", "@SUM(A1)", "\t=1", " =1", "'=1", "＝1", "+cmd|x", "-A1", "+86-1-cmd"])
      expect(written(text)).toBe(`'${text}`);
  });

  test("any text comes back as it was, but for one apostrophe in front of what would run", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 5 }), async (texts) => {
        const columns = texts.map((): SheetColumn => ({ head: "列", kind: "text" }));
        const text = (await bytesOf(writeCsvSheet(sheet([[...texts]], { columns })))).toString("utf8").slice(1);
        const [, row] = Papa.parse<string[]>(text).data;
        // Half a character has no bytes of its own in UTF-8.
        const given = texts.map((cell) => Buffer.from(cell).toString("utf8"));
        expect(row?.length).toBe(given.length);
        row?.forEach((cell, at) => expect([given[at], `'${given[at]}`]).toContain(cell));
        for (const cell of row ?? []) expect(/^[=@\t\r]/.test(cell)).toBe(false);
      }),
    );
  });
});

describe("XLSX", () => {
  test("writes figures, money and times as cells that calculate, and formulas as text", async () => {
    const files = readArchive(await bytesOf(writeXlsxSheet(sheet([ROW]))));
    const cells = readCells(files.get("xl/worksheets/sheet1.xml") ?? "");
    expect(Object.fromEntries(cells)).toEqual({
      A1: "公司",
      B1: "手机",
      C1: "金额",
      D1: "时间",
      E1: "日期",
      F1: "得分",
      A2: "=cmd|' /C calc'!A0",
      B2: "+86 138 0000 6021",
      C2: -123.45,
      E2: 45982,
      F2: -3,
      D2: 45982.391666667,
    });
    expect(files.get("xl/worksheets/sheet1.xml")).not.toContain("<f>");
    expect(files.get("xl/workbook.xml")).toContain('name="线索"');
  });

  test("goes on in a further sheet when one is full, each with its heads and the watermark below", async () => {
    const columns: SheetColumn[] = [{ head: "名", kind: "text" }];
    const rows = Array.from({ length: 7 }, (_, at) => [`第${at}行`]);
    const files = readArchive(await bytesOf(writeXlsxSheet(sheet(rows, { columns, watermark: "云帆 & 陈浩" }), 5)));
    const texts = [1, 2, 3].map((at) => [...readCells(files.get(`xl/worksheets/sheet${at}.xml`) ?? "").values()]);
    expect(texts).toEqual([
      ["名", "第0行", "第1行", "第2行", "云帆 & 陈浩"],
      ["名", "第3行", "第4行", "第5行", "云帆 & 陈浩"],
      ["名", "第6行", "云帆 & 陈浩"],
    ]);
    expect(sheetsFor(7, 5)).toBe(3);
    expect([sheetsFor(0), sheetsFor(1_048_574), sheetsFor(1_048_575)]).toEqual([1, 1, 2]);
    expect(files.get("xl/workbook.xml")).toContain('name="线索 (3)"');
  });

  test("an empty table has its heads", async () => {
    const files = readArchive(await bytesOf(writeXlsxSheet(sheet([]))));
    expect(readCells(files.get("xl/worksheets/sheet1.xml") ?? "").size).toBe(COLUMNS.length);
  });

  test("any text that XML can hold comes back as it was", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1 }), async (text) => {
        const columns: SheetColumn[] = [{ head: "列", kind: "text" }];
        const files = readArchive(await bytesOf(writeXlsxSheet(sheet([[text]], { columns }))));
        expect(readCells(files.get("xl/worksheets/sheet1.xml") ?? "").get("A2")).toBe(text);
      }),
    );
  });
});

test("amounts are written without rounding, by the currency's own decimals", () => {
  expect(majorUnits({ amount: 5, currency: "CNY" })).toBe("0.05");
  expect(majorUnits({ amount: -5, currency: "CNY" })).toBe("-0.05");
  expect(majorUnits({ amount: 1200, currency: "JPY" })).toBe("1200");
  expect(majorUnits({ amount: 9_007_199_254_740_991, currency: "CNY" })).toBe("90071992547409.91");
});

test("an archive whose source fails says so", async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("one");
    throw new Error("the source failed");
  }
  await expect(bytesOf(zipStream([{ name: "a", bytes: broken() }]))).rejects.toThrow("the source failed");
});
