import { expect, test } from "vitest";
import { openWorkbook } from "./open-workbook.ts";
import { readSheetLines } from "./sheet-thread.ts";
import { DATE_STYLE, workbookFile, zipFile } from "./workbook-file.fixture.ts";
import type { CellOf, WorkbookOf } from "./workbook-file.fixture.ts";

const at = (file: Buffer) => async (offset: number, length: number) => file.subarray(offset, offset + length);

async function open(file: Buffer) {
  return openWorkbook(at(file), file.length);
}

async function linesOf(file: Buffer, sheet = 0): Promise<string[]> {
  const workbook = await open(file);
  const chosen = workbook.sheets[sheet];
  if (!chosen) throw new Error("no such sheet");
  const parts: Uint8Array[] = [];
  async function* from(offset: number) {
    for (let next = offset; next < file.length; next += 1000) yield file.subarray(next, next + 1000);
  }
  for await (const bytes of readSheetLines(workbook, chosen, from)) parts.push(bytes);
  return Buffer.concat(parts).toString("utf8").split("\r").slice(0, -1);
}

const book = (rows: WorkbookOf["sheets"][number]["rows"], more: Partial<WorkbookOf> = {}): Buffer =>
  workbookFile({ sheets: [{ name: "名单", rows }], ...more });
const dated = (serial: number): CellOf => ({ attributes: `s="${DATE_STYLE}"`, inside: `<v>${serial}</v>` });

test.each([true, false])("row 7 of the sheet is line 7, whatever is empty above (shared texts: %s)", async (shared) => {
  const file = book(
    [["姓名", "手机", "备注"], ["林晓", "13800138000"], undefined, [], ["周敏", undefined, '说"好", 行\n两行']],
    {
      shared,
    },
  );
  expect(await linesOf(file)).toEqual(["姓名,手机,备注", "林晓,13800138000,", "", "", '周敏,,"说""好"", 行\n两行"']);
});

test("numbers come as they look: phones whole, dates as dates, shares as percentages, lost digits as lost", async () => {
  const styled = (style: number, value: string): CellOf => ({ attributes: `s="${style}"`, inside: `<v>${value}</v>` });
  const formats = [
    "yyyy-mm-dd hh:mm",
    "0.00%;[Red]-0.00%",
    "00000000000",
    'yyyy"年"m"月"d"日"',
    "h:mm",
    '[$-804]#,##0.00"元"',
    "General",
    "[h]:mm",
  ];
  const row = [
    styled(0, "13800138000"),
    styled(0, "1.3800138001E10"),
    styled(1, "45980.3958333333"),
    styled(1, "45980"),
    styled(2, "0.125"),
    styled(3, "2162335566"),
    styled(4, "45980"),
    styled(5, "0.395833333333333"),
    styled(6, "1234.5"),
    styled(0, "0.30000000000000004"),
    styled(0, "440106199901011200"),
    styled(7, "3"),
    styled(0, "1E-7"),
  ];
  const [, line] = await linesOf(book([row.map((_, column) => `列${column}`), row], { formats }));
  expect(line?.split(",")).toEqual([
    "13800138000",
    "13800138001",
    "2025-11-19 09:30:00",
    "2025-11-19",
    "12.5%",
    "02162335566",
    "2025-11-19",
    "09:30:00",
    "1234.5",
    "0.3",
    "4.401061999010112e+17",
    "3",
    "0.0000001",
  ]);
});

test("days are counted from 1900 or from 1904, as the file says, across the day that never was", async () => {
  const rows = [
    ["日", "月", "年"],
    [dated(1), dated(59), dated(61)],
  ];
  expect((await linesOf(book(rows)))[1]).toBe("1900-01-01,1900-02-28,1900-03-01");
  expect((await linesOf(book([rows[0], [dated(0), dated(44_518), dated(3e6)]], { from1904: true })))[1]).toBe(
    "1904-01-01,2025-11-19,3000000",
  );
});

test("formulas give their last result, errors and yes or no their words", async () => {
  const row: CellOf[] = [
    { attributes: 't="str"', inside: "<f>A1&amp;B1</f><v>林 &amp; 晓</v>" },
    { inside: "<f>1+1</f><v>2</v>" },
    { attributes: 't="e"', inside: "<f>A1/0</f><v>#REF!</v>" },
    true,
    { attributes: 't="d"', inside: "<v>2025-11-19T00:00:00Z</v>" },
    { attributes: 's="1"', inside: "" },
    {
      attributes: 't="inlineStr"',
      inside: "<is><r><t>同</t></r><r><rPr/><t>舟</t></r><rPh><t>どうしゅう</t></rPh></is>",
    },
    "第一行_x000D_\n&#20108;",
  ];
  const [, line] = await linesOf(book([row.map((_, column) => `列${column}`), row]));
  expect(line).toBe('林 & 晓,2,#REF!,TRUE,2025-11-19,,同舟,"第一行\n&#20108;"');
});

test("what merged cells say is said of every row they cover, and a title above the list is no header", async () => {
  const rows = [
    ["2025 管廊大会签到名单"],
    undefined,
    ["单位", "姓名", "手机"],
    ["云岭管廊", "林晓", "13800138000"],
    [undefined, "周敏", "13800138001"],
    [{ attributes: 's="1"', inside: "" }, undefined, undefined],
    [undefined, "陈浩", "13800138002"],
  ];
  const file = workbookFile({ sheets: [{ name: "签到", rows, merged: ["A1:C1", "A4:A6"] }] });
  expect(await linesOf(file)).toEqual([
    "",
    "",
    "单位,姓名,手机",
    "云岭管廊,林晓,13800138000",
    "云岭管廊,周敏,13800138001",
    "",
    ",陈浩,13800138002",
  ]);
});

test("each sheet can be read, hidden ones are named as hidden", async () => {
  const file = workbookFile({
    sheets: [
      { name: "说明 & 填写", rows: [["请填第二张"]] },
      {
        name: "名单",
        rows: [
          ["姓名", "手机"],
          ["林晓", "13800138000"],
        ],
      },
      { name: "字典", rows: [["省"]], state: "hidden" },
    ],
  });
  expect((await open(file)).sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ["说明 & 填写", false],
    ["名单", false],
    ["字典", true],
  ]);
  expect(await linesOf(file, 1)).toEqual(["姓名,手机", "林晓,13800138000"]);
});

const faultOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "read",
    (error: { fault?: string }) => error.fault ?? String(error),
  );

test("what is no workbook, has a password, is of an older kind or damaged is refused as that", async () => {
  const good = book([
    ["姓名", "手机"],
    ["林晓", "13800138000"],
  ]);
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(4096)]);
  const locked = Buffer.concat([ole, Buffer.from("EncryptedPackage", "utf16le")]);
  const name = "xl/workbook.xml";
  expect(await faultOf(open(ole))).toBe("old_format");
  expect(await faultOf(open(locked))).toBe("protected");
  expect(await faultOf(open(zipFile([{ name, bytes: Buffer.from("x"), encrypted: true }])))).toBe("protected");
  expect(await faultOf(open(zipFile([{ name: "word/document.xml", bytes: Buffer.from("x") }])))).toBe("not_a_workbook");
  expect(await faultOf(open(good.subarray(0, good.length - 30)))).toBe("damaged");
  expect(await faultOf(open(Buffer.from("PK\u0003\u0004 and nothing")))).toBe("damaged");
  const broken = Buffer.from(good);
  broken.fill(0xff, 40, 120); // in the middle of the first sheet
  expect(await faultOf(linesOf(broken))).toBe("damaged");
  expect(await faultOf(linesOf(book([undefined, [""]])))).toBe("empty_sheet");
});

test("a bomb is refused before it has unpacked", async () => {
  const cell = `<c t="inlineStr"><is><t>${" ".repeat(4000)}</t></is></c>`;
  const inside = `<row>${cell.repeat(200)}</row>`.repeat(300);
  const bomb = zipFile([
    {
      name: "xl/workbook.xml",
      bytes: Buffer.from('<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      bytes: Buffer.from('<R><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></R>'),
    },
    { name: "xl/worksheets/sheet1.xml", bytes: Buffer.from(`<worksheet><sheetData>${inside}</sheetData></worksheet>`) },
  ]);
  expect(bomb.length).toBeLessThan(2_000_000);
  expect(await faultOf(linesOf(bomb))).toBe("too_large_unpacked");
}, 60_000);
