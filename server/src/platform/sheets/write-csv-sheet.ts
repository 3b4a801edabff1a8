import { ORDER_MARK } from "../csv/write-csv-line.ts";
import { zoneClock } from "../time/zone-clock.ts";
import { majorUnits } from "./sheet-cell.ts";
import type { CellKind, Sheet, SheetCell } from "./sheet-cell.ts";

const LINE_END = "\r\n";
/** What a spreadsheet would run or a locale with wide forms would fold into it, behind any spaces and apostrophes. */
const RUNS = /^[\s']*[=+\-@＝＋－＠\t\r]/;
/** A signed figure is a figure, and nothing else can hide behind its sign: it stays as it is. */
const SIGNED_FIGURE = /^[+-]\d+(?:[.,]\d+)*%?$/;
/** So is a number as people write it, with spaces: a spreadsheet takes it for text. Masked ones have stars. */
const WRITTEN_PHONE = /^\+\d{1,4}(?: [\d*]+)+(?: 转 \d+)?$/;
const QUOTED = /[",\r\n]|^\s|\s$/;

/**
 * A sheet as a CSV file in UTF-8 that begins with a byte order mark, so that Excel opens it. No cell runs as a formula:
 * what would gets an apostrophe in front. Signed figures and phone numbers (`+86 138 0000 6021`) hold nothing that runs and
 * stay readable.
 */
export async function* writeCsvSheet({ columns, batches, timeZone, watermark }: Sheet): AsyncGenerator<Buffer> {
  const clock = zoneClock(timeZone).wallAt;
  yield Buffer.from(ORDER_MARK + lineOf(columns.map(({ head }) => safe(head))));
  for await (const rows of batches) {
    const lines = rows.map((row) =>
      lineOf(row.map((cell, at) => writeCsvCell(cell, columns[at]?.kind ?? "text", clock))),
    );
    yield Buffer.from(lines.join(""));
  }
  if (watermark !== undefined) yield Buffer.from(lineOf([safe(watermark)]));
}

/** One cell of a CSV file, not yet quoted. */
export function writeCsvCell(cell: SheetCell, kind: CellKind, clock: (instant: number) => number): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "object") return majorUnits(cell);
  if (kind === "instant") return new Date(clock(Date.parse(cell))).toISOString().slice(0, 19).replace("T", " ");
  return safe(cell);
}

const safe = (text: string): string =>
  RUNS.test(text) && !SIGNED_FIGURE.test(text) && !WRITTEN_PHONE.test(text) ? `'${text}` : text;

const lineOf = (cells: readonly string[]): string =>
  cells.map((cell) => (QUOTED.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",") + LINE_END;
