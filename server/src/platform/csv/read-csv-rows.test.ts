import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { CsvRow } from "./csv-row.ts";
import { createCsvReader, readCsvRows, type CsvFormat, type CsvPosition } from "./read-csv-rows.ts";

const COMMA: CsvFormat = { encoding: "utf-8", separator: ",", newline: "\n" };

function readWhole(bytes: Uint8Array, format = COMMA, columns: number | null = null, start?: CsvPosition): CsvRow[] {
  const reader = createCsvReader(format, columns, start);
  return [...reader.push(bytes), ...reader.end()];
}

function readText(text: string, columns: number | null = null): CsvRow[] {
  return readWhole(Buffer.from(text), COMMA, columns);
}

describe("a clean file", () => {
  it("gives each row its line, its first byte and its cells", () => {
    expect(readText("姓名,电话\r\n林晓,138\r\n\r\n陈浩,139")).toEqual([
      { line: 1, offset: 0, cells: ["姓名", "电话"], problems: [] },
      { line: 2, offset: 15, cells: ["林晓", "138"], problems: [] },
      { line: 4, offset: 29, cells: ["陈浩", "139"], problems: [] },
    ]);
  });

  it("takes quotes, doubled quotes, separators and line ends inside a cell", () => {
    const rows = readText('a,"b ""x"" c","d,e"\r\n"f\r\ng",,"h"  ,\n12" pipe,i\n');
    expect(rows.map((row) => row.cells)).toEqual([
      ["a", 'b "x" c', "d,e"],
      ["f\r\ng", "", "h", ""],
      ['12" pipe', "i"],
    ]);
    expect(rows.map((row) => row.line)).toEqual([1, 2, 4]);
  });

  it("passes over the byte order mark, and reads UTF-16, GB18030 and the line ends of old Macintoshes", () => {
    expect(readWhole(Buffer.from("\ufeffa,b\n"))[0]?.cells).toEqual(["a", "b"]);
    const wide = readWhole(Buffer.from("\ufeff姓名,Ċ\n林晓,\u0a0a\n", "utf16le"), { ...COMMA, encoding: "utf-16le" });
    expect(wide.map((row) => row.cells)).toEqual([
      ["姓名", "Ċ"],
      ["林晓", "\u0a0a"],
    ]);
    expect(wide.map((row) => row.offset)).toEqual([0, 12]);
    const gbk = Uint8Array.from([0xc1, 0xd6, 0xcf, 0xfe, 0x2c, 0x31, 0x0a, 0xb3, 0xc2, 0xba, 0xc6, 0x2c, 0x32]);
    expect(readWhole(gbk, { ...COMMA, encoding: "gb18030" }).map((row) => row.cells)).toEqual([
      ["林晓", "1"],
      ["陈浩", "2"],
    ]);
    const mac = readWhole(Buffer.from('a,"b\rc"\rd,e'), { ...COMMA, newline: "\r" });
    expect(mac.map((row) => row.cells)).toEqual([
      ["a", "b\rc"],
      ["d", "e"],
    ]);
  });
});

describe("a damaged file", () => {
  it("loses one line to a quote that does not close, and keeps the rows around it", () => {
    const rows = readText('a,b\n林晓,"上海\n陈浩,139\n王倩,"北京"\n赵磊,137\n', 2);
    expect(rows.map((row) => [row.line, row.cells, row.problems.map((problem) => problem.code)])).toEqual([
      [1, ["a", "b"], []],
      [2, ["林晓", '"上海'], ["broken_quotes"]],
      [3, ["陈浩", "139"], []],
      [4, ["王倩", "北京"], []],
      [5, ["赵磊", "137"], []],
    ]);
  });

  it("does not let a stray quote swallow rows up to the end of the file", () => {
    const rows = readText(`a,b\n"林晓,138\n${"陈浩,139\n".repeat(1000)}`, 2);
    expect(rows.filter((row) => row.problems.length > 0).map((row) => row.line)).toEqual([2]);
    expect(rows).toHaveLength(1002);
  });

  it("does not let a stray quote swallow the one row up to the next stray quote", () => {
    const rows = readText('a,b,c\n林晓,"x,1\n陈浩,y,2\n王倩,z,3"\n', 3);
    expect(rows.map((row) => row.problems.map((problem) => problem.code))).toEqual([[], ["broken_quotes"], [], []]);
    expect(rows.map((row) => row.cells)[3]).toEqual(["王倩", "z", '3"']);
  });

  it("says where bytes cannot be decoded, and in which other rows nothing is wrong", () => {
    const bytes = Buffer.concat([
      Buffer.from("a,b\n林晓,"),
      Buffer.from([0xc9, 0xcf, 0xba, 0xa3]),
      Buffer.from("\n陈浩,上海\n"),
      Buffer.from([0xe4]),
    ]);
    const rows = readWhole(bytes, COMMA, 2);
    expect(rows.map((row) => row.problems)).toEqual([
      [],
      [{ code: "undecodable", column: 1 }],
      [],
      [
        { code: "missing_columns", column: null },
        { code: "undecodable", column: 0 },
      ],
    ]);
    expect(rows[2]?.cells).toEqual(["陈浩", "上海"]);
  });

  it("does not let half a character eat the end of its line", () => {
    const gbk = Uint8Array.from([0x61, 0x2c, 0xc1, 0x0a, 0x62, 0x2c, 0x31, 0x0a]);
    const rows = readWhole(gbk, { ...COMMA, encoding: "gb18030" }, 2);
    expect(rows.map((row) => [row.line, row.cells[0], row.problems.length])).toEqual([
      [1, "a", 1],
      [2, "b", 0],
    ]);
  });

  it("reports extra and missing columns, but not empty ones at the end", () => {
    const rows = readText("1,2\n1,2,\n1,2,,x\n1\n", 2);
    expect(rows.map((row) => row.problems)).toEqual([
      [],
      [],
      [{ code: "extra_columns", column: 3 }],
      [{ code: "missing_columns", column: null }],
    ]);
  });

  it("reports NUL characters and cells of more than 50,000 characters", () => {
    const rows = readText(`1,a\0b\n2,${"长".repeat(50_001)}\n3,${"长".repeat(50_000)}\n`, 2);
    expect(rows.map((row) => row.problems)).toEqual([
      [{ code: "nul_character", column: 1 }],
      [{ code: "cell_too_long", column: 1 }],
      [],
    ]);
  });

  it("goes on behind a line that does not end, with the memory of one row", () => {
    const reader = createCsvReader(COMMA, 2);
    const rows: CsvRow[] = [];
    const chunk = Buffer.alloc(1 << 16, "x");
    for (let pushed = 0; pushed < 100; pushed++) rows.push(...reader.push(chunk));
    rows.push(...reader.push(Buffer.from("y\n林晓,138\n")), ...reader.end());
    expect(rows.map((row) => [row.line, row.problems.map((problem) => problem.code)])).toEqual([
      [1, ["row_too_long"]],
      [2, []],
    ]);
    expect(rows[1]).toMatchObject({ offset: 100 * (1 << 16) + 2, cells: ["林晓", "138"] });
  });
});

const cell = fc.oneof(
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('"', ",", ";", "\n", "\r", " ", "张", "a", "\ufeff", "😀"), maxLength: 6 }),
);
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }));
const written = fc.record({
  table,
  separator: fc.constantFrom(",", ";", "\t", "|"),
  newline: fc.constantFrom("\n", "\r\n"),
  quotes: fc.boolean(),
  bom: fc.boolean(),
});

function bytesOf({
  table: rows,
  separator,
  newline,
  quotes,
  bom,
}: {
  table: string[][];
  separator: string;
  newline: string;
  quotes: boolean;
  bom: boolean;
}): Uint8Array {
  return Buffer.from((bom ? "\ufeff" : "") + Papa.unparse(rows, { delimiter: separator, newline, quotes }));
}

describe("any table", () => {
  it("is read as it was written, wherever the bytes are cut", async () => {
    await fc.assert(
      fc.asyncProperty(written, fc.array(fc.nat(400), { maxLength: 8 }), async (file, cuts) => {
        const bytes = bytesOf(file);
        const borders = [0, ...cuts.filter((cut) => cut < bytes.length).toSorted((a, b) => a - b), bytes.length];
        const chunks = borders.slice(1).map((end, index) => bytes.subarray(borders[index], end));
        const rows: CsvRow[] = [];
        for await (const batch of readCsvRows(
          chunks,
          { ...COMMA, separator: file.separator },
          file.table[0]?.length ?? 0,
        ))
          rows.push(...batch);
        expect(rows.map((row) => row.cells)).toEqual(file.table);
      }),
      { numRuns: 1000 },
    );
  });

  it("can be left behind any row and taken up again from the next one's position", () => {
    fc.assert(
      fc.property(written, fc.nat(11), (file, place) => {
        const bytes = bytesOf(file);
        const format = { ...COMMA, separator: file.separator };
        const rows = readWhole(bytes, format, file.table[0]?.length ?? 0);
        const from = rows[place % rows.length];
        if (!from) return;
        const rest = readWhole(bytes.subarray(from.offset), format, file.table[0]?.length ?? 0, {
          offset: from.offset,
          line: from.line,
        });
        expect(rest).toEqual(rows.slice(place % rows.length));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("any bytes", () => {
  it("never make it throw, give the same rows at any cut, and every line belongs to at most one row", () => {
    const soup = fc.array(fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x20, 0x61, 0xc1, 0xe4, 0xb8, 0xad, 0x81, 0x30, 0), {
      maxLength: 60,
    });
    const encodings = fc.constantFrom("utf-8" as const, "gb18030" as const, "utf-16le" as const, "utf-16be" as const);
    fc.assert(
      fc.property(
        soup,
        encodings,
        fc.constantFrom("\n" as const, "\r" as const),
        fc.nat(60),
        (list, encoding, newline, cut) => {
          const bytes = Uint8Array.from(list);
          const format: CsvFormat = { encoding, separator: ",", newline };
          const whole = readWhole(bytes, format, 2);
          const reader = createCsvReader(format, 2);
          const parts = [...reader.push(bytes.subarray(0, cut)), ...reader.push(bytes.subarray(cut)), ...reader.end()];
          expect(parts).toEqual(whole);
          const lines = whole.map((row) => row.line);
          expect(lines).toEqual([...new Set(lines)].toSorted((a, b) => a - b));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
