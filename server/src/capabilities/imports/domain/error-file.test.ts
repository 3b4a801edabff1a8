import fc from "fast-check";
import { expect, it } from "vitest";
import { errorFileHeader, errorFileRow } from "./error-file.ts";
import { neutraliseFormula, restoreFormula } from "../../../platform/csv/neutralise-formula.ts";
import { previewCsv } from "../../../platform/csv/preview-csv.ts";
import { createCsvReader } from "../../../platform/csv/read-csv-rows.ts";
import { rowCellReader } from "./row-cells.ts";

const LABELS = { line: "行号", column: "列", reason: "原因" };

it("puts line, column and reason in front of the row as it was", () => {
  const file =
    errorFileHeader(["姓名", "手机"], LABELS) +
    errorFileRow({ line: 7, cells: ["林晓", "1380"], faults: [{ column: "手机", reason: "不是电话号码" }] }) +
    errorFileRow({
      line: 9,
      cells: ["陈,浩", "", "多"],
      faults: [
        { column: "", reason: "多出一列" },
        { column: "手机", reason: "不是电话号码" },
      ],
    });
  expect(file).toBe(
    "\ufeff行号 (tongzhou:line),列 (tongzhou:column),原因 (tongzhou:reason),姓名,手机\r\n" +
      "7,手机,不是电话号码,林晓,1380\r\n" +
      '9,手机,多出一列；不是电话号码,"陈,浩",,多\r\n',
  );
});

it("does not let a spreadsheet run what stands in a cell, and gives the cell back", () => {
  expect(neutraliseFormula("=cmd|' /C calc'!A0")).toBe("'=cmd|' /C calc'!A0");
  expect(neutraliseFormula("+8613800138000")).toBe("'+8613800138000");
  expect(neutraliseFormula("'=1")).toBe("''=1");
  expect(neutraliseFormula("O'Neill")).toBe("O'Neill");
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "a", "1") }), (cell) => {
      expect(restoreFormula(neutraliseFormula(cell))).toBe(cell);
      expect(neutraliseFormula(cell)).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

it("can be imported again: the same cells arrive, whatever was in them", () => {
  const word = fc.string({
    unit: fc.constantFrom("张", "a", "1", '"', ",", ";", "\n", "'", "=", "+", " ", "😀", "@"),
    minLength: 1,
    maxLength: 6,
  });
  const rejected = fc.integer({ min: 2, max: 4 }).chain((width) =>
    fc.record({
      header: fc.constant(Array.from({ length: width }, (_, column) => `列${column}`)),
      rows: fc.array(fc.array(word, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    }),
  );
  fc.assert(
    fc.property(rejected, ({ header, rows }) => {
      const faults = [{ column: "列1", reason: "不对" }];
      const text =
        errorFileHeader(header, LABELS) +
        rows.map((cells, index) => errorFileRow({ line: index + 2, cells, faults })).join("");
      const preview = previewCsv(Buffer.from(text), true, { separator: "," });
      expect(preview.header.slice(3)).toEqual(header);
      const reader = createCsvReader(preview.format, preview.header.length, preview.firstRow);
      const read = [...reader.push(Buffer.from(text).subarray(preview.firstRow.offset)), ...reader.end()];
      expect(read.map((row) => row.cells.slice(3).map(restoreFormula))).toEqual(rows);
      expect(read.every((row) => row.problems.length === 0)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it("takes the apostrophes away only from files it has written itself", () => {
  const row = { line: 2, offset: 0, cells: ["7", "", "", "'=1+1"], problems: [] };
  const ours = ["行号 (tongzhou:line)", "列 (tongzhou:column)", "原因 (tongzhou:reason)", "备注"];
  expect(companyIn(ours)).toBe("=1+1");
  expect(companyIn(["a", "b", "c", "备注"])).toBe("'=1+1");

  function companyIn(header: string[]): string | undefined {
    const cells = rowCellReader(header, [{ column: 3, target: "company" }])(row);
    const place = cells?.first("company");
    return place && cells?.textAt(place);
  }
});
