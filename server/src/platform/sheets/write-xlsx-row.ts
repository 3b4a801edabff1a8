import { decimalsOf, majorUnits } from "./sheet-cell.ts";
import type { CellKind, SheetCell, SheetColumn } from "./sheet-cell.ts";
import { CELL_STYLES } from "./workbook-frame.ts";
import { writeXmlText } from "./write-xml-text.ts";

/** Characters a cell can hold (Excel specifications and limits). */
const LONGEST_TEXT = 32_767;
/** Characters a footer can hold; more is said to be damaged. */
const LONGEST_FOOTER = 200;
const DAY_MS = 86_400_000;
/** Day 0 of spreadsheets, as shown by a clock. */
const EPOCH = Date.UTC(1899, 11, 30);
const RUNS = /^[\s']*[=+\-@]/;
/** Spreadsheets read `_x000D_` as a character; a text that says so is written so that it is read as itself. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** In characters. */
const WIDTHS: Readonly<Record<CellKind, number>> = { text: 22, phone: 20, number: 12, money: 16, instant: 18, day: 12 };

/** Everything before the first row: the head stays in sight, columns are wide enough for what they hold. */
export function sheetHead(columns: readonly SheetColumn[]): string {
  const cols = columns.map(
    ({ kind }, at) => `<col min="${at + 1}" max="${at + 1}" width="${WIDTHS[kind]}" customWidth="1"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${cols.join("")}</cols><sheetData>`
  );
}

/** Everything behind the last row. @param last the number of the last row that is filtered along. */
export function sheetFoot(columns: number, last: number, footer: string | undefined): string {
  const filter = `<autoFilter ref="A1:${columnName(columns - 1)}${last}"/>`;
  const printed =
    footer === undefined
      ? ""
      : `<headerFooter><oddFooter>&amp;L${writeXmlText(footer.slice(0, LONGEST_FOOTER).replaceAll("&", "&&"))}</oddFooter></headerFooter>`;
  return `</sheetData>${filter}${printed}</worksheet>`;
}

export const writeHeadRow = (columns: readonly SheetColumn[]): string =>
  `<row r="1">${columns.map(({ head }, at) => textCell(`${columnName(at)}1`, head, CELL_STYLES.head)).join("")}</row>`;

/** A row of one text. */
export const writeTextRow = (number: number, text: string): string =>
  `<row r="${number}">${textCell(`A${number}`, text, CELL_STYLES.plain)}</row>`;

/** One row. Empty cells are not written. */
export function writeXlsxRow(
  number: number,
  row: readonly SheetCell[],
  columns: readonly SheetColumn[],
  clock: (instant: number) => number,
): string {
  const cells = row.map((cell, at) =>
    cell === null || cell === ""
      ? ""
      : writeCell(`${columnName(at)}${number}`, cell, columns[at]?.kind ?? "text", clock),
  );
  return `<row r="${number}">${cells.join("")}</row>`;
}

function writeCell(at: string, cell: SheetCell, kind: CellKind, clock: (instant: number) => number): string {
  if (typeof cell === "number") return numberCell(at, String(cell), CELL_STYLES.plain);
  if (typeof cell === "object" && cell !== null) {
    return numberCell(
      at,
      majorUnits(cell),
      decimalsOf(cell.currency) === 0 ? CELL_STYLES.wholeMoney : CELL_STYLES.money,
    );
  }
  if (kind === "instant") return numberCell(at, serial(clock(Date.parse(String(cell)))), CELL_STYLES.instant);
  if (kind === "day") return numberCell(at, serial(Date.parse(String(cell))), CELL_STYLES.day);
  const text = String(cell);
  return textCell(at, text, RUNS.test(text) ? CELL_STYLES.quoted : CELL_STYLES.plain);
}

/** Days since the epoch of spreadsheets; eleven digits are finer than a millisecond. */
const serial = (shown: number): string => String(Number(((shown - EPOCH) / DAY_MS).toFixed(9)));

const numberCell = (at: string, value: string, style: number): string =>
  `<c r="${at}"${style === 0 ? "" : ` s="${style}"`}><v>${value}</v></c>`;

const textCell = (at: string, text: string, style: number): string =>
  `<c r="${at}" t="inlineStr"${style === 0 ? "" : ` s="${style}"`}><is><t xml:space="preserve">${writeXmlText(text.slice(0, LONGEST_TEXT).replace(LOOKS_ESCAPED, "_x005F_"))}</t></is></c>`;

const names: string[] = [];

/** 0 → A, 25 → Z, 26 → AA. */
function columnName(at: number): string {
  return (names[at] ??=
    at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26));
}
