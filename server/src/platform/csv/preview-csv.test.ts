import { expect, it } from "vitest";
import { previewCsv } from "./preview-csv.ts";
import { createCsvReader } from "./read-csv-rows.ts";
import { sniffSeparator } from "./sniff-separator.ts";

it.each([
  ["a,b,c\n1,2,3\n", ","],
  ["a;b;c\n1,5;2,5;3,5\n2,5;3,5;4,5\n", ";"],
  ["a\tb\n1, 2\t3\n", "\t"],
  ["a|b|c\n1|2|3", "|"],
  ['name,note\n"林; 晓","a; b; c"\n陈浩,x\n', ","],
  ["name\n林晓\n", ","],
  ["", ","],
])("finds the separator of %j", (text, separator) => {
  expect(sniffSeparator(text)).toMatchObject({ separator, declared: false });
});

it("believes a first line that names the separator, and does not take it for the header", () => {
  const preview = previewCsv(Buffer.from("sep=;\r\n姓名;手机\r\n林晓;13800138000\r\n"), true);
  expect(preview).toMatchObject({ format: { separator: ";" }, header: ["姓名", "手机"], firstRow: { line: 3 } });
  expect(preview.rows.map((row) => row.cells)).toEqual([["林晓", "13800138000"]]);
});

it("opens a file with a byte order mark, semicolons and Windows line ends", () => {
  const bytes = Buffer.from("\ufeffmql_id;first contact date;origin\r\ndac3;2018.02.01;Social\r\n8c18;2017.10.20;\r\n");
  const preview = previewCsv(bytes, true);
  expect(preview.format).toEqual({ encoding: "utf-8", separator: ";", newline: "\n" });
  expect(preview.header).toEqual(["mql_id", "first contact date", "origin"]);
  expect(preview.hasHeader).toBe(true);
  const reader = createCsvReader(preview.format, preview.header.length, preview.firstRow);
  const rows = [...reader.push(bytes.subarray(preview.firstRow.offset)), ...reader.end()];
  expect(rows).toEqual(preview.rows);
  expect(rows.map((row) => row.line)).toEqual([2, 3]);
});

it("leaves out empty columns at the end of the header, whose rows are then no wider than it", () => {
  const preview = previewCsv(Buffer.from("姓名,手机,\n林晓,13800138000,\n"), true);
  expect(preview.header).toEqual(["姓名", "手机"]);
  expect(preview.rows[0]?.problems).toEqual([]);
});

it("numbers the columns of a file without a header", () => {
  const preview = previewCsv(Buffer.from("林晓,13800138000\n陈浩,13900139000\n"), true);
  expect(preview).toMatchObject({ hasHeader: false, header: ["1", "2"], firstRow: { offset: 0, line: 1 } });
  expect(preview.rows).toHaveLength(2);
  expect(previewCsv(Buffer.from("林晓,13800138000\n"), true, { hasHeader: true }).header).toEqual([
    "林晓",
    "13800138000",
  ]);
});

it("does not show the row that a sample has cut", () => {
  expect(previewCsv(Buffer.from("a,b\n1,2\n3,"), false).rows.map((row) => row.cells)).toEqual([["1", "2"]]);
  expect(previewCsv(Buffer.from("a,b\n1,2\n3,4"), true).rows).toHaveLength(2);
});

it("takes what was chosen instead of what it would have sniffed", () => {
  const preview = previewCsv(Buffer.from("a;b,c\n1;2,3\n"), true, { separator: ";", encoding: "gb18030" });
  expect(preview).toMatchObject({ header: ["a", "b,c"], format: { encoding: "gb18030" } });
});

it("opens an empty file", () => {
  expect(previewCsv(new Uint8Array(0), true)).toMatchObject({ header: [], rows: [] });
});
