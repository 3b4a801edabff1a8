import { zoneClock } from "../time/zone-clock.ts";
import type { Sheet, SheetCell } from "./sheet-cell.ts";
import { workbookParts } from "./workbook-frame.ts";
import { sheetFoot, sheetHead, writeHeadRow, writeTextRow, writeXlsxRow } from "./write-xlsx-row.ts";
import { zipStream } from "./zip-stream.ts";
import type { ZipEntry } from "./zip-stream.ts";

/** Rows of one sheet, its head among them (Excel specifications and limits). */
export const ROWS_OF_A_SHEET = 1_048_576;

/** How many sheets so many rows take. */
export const sheetsFor = (rows: number, rowsOfASheet = ROWS_OF_A_SHEET): number =>
  Math.max(1, Math.ceil(rows / (rowsOfASheet - 2)));

/**
 * A sheet as an XLSX file, row by row: figures, money and dates are cells that calculate, in the zone's own time; text is
 * never a formula. What does not fit into one sheet goes on in the next, each with the heads.
 */
export async function* writeXlsxSheet(sheet: Sheet, rowsOfASheet = ROWS_OF_A_SHEET): AsyncGenerator<Buffer> {
  yield* zipStream(entriesOf(sheet, rowsOfASheet));
}

async function* entriesOf(sheet: Sheet, rowsOfASheet: number): AsyncGenerator<ZipEntry> {
  const rows = new RowFeed(sheet.batches);
  let count = 0;
  do {
    count += 1;
    yield { name: `xl/worksheets/sheet${count}.xml`, bytes: worksheet(sheet, rows, rowsOfASheet) };
  } while (await rows.hasMore());
  for (const [name, text] of workbookParts(sheet.name, count)) yield { name, bytes: [Buffer.from(text)] };
}

/** One worksheet. A line is kept free for the watermark, which stands below the last row of each. */
async function* worksheet(sheet: Sheet, rows: RowFeed, rowsOfASheet: number): AsyncGenerator<Buffer> {
  const { columns, watermark } = sheet;
  const clock = zoneClock(sheet.timeZone).wallAt;
  yield Buffer.from(sheetHead(columns) + writeHeadRow(columns));
  let number = 1;
  for (let room = rowsOfASheet - 2; ;) {
    const some = await rows.take(room);
    if (some.length === 0) break;
    room -= some.length;
    yield Buffer.from(some.map((row) => writeXlsxRow((number += 1), row, columns, clock)).join(""));
  }
  const last = number;
  const below = watermark === undefined ? "" : writeTextRow(number + 1, watermark);
  yield Buffer.from(below + sheetFoot(columns.length, last, watermark));
}

type Rows = readonly (readonly SheetCell[])[];

/** Hands out the rows of batches in portions, so that a sheet may end in the midst of a batch. */
class RowFeed {
  readonly #batches: AsyncIterator<Rows>;
  #rest: Rows = [];

  constructor(batches: AsyncIterable<Rows>) {
    this.#batches = batches[Symbol.asyncIterator]();
  }

  /** At most so many rows; none when there are no more. */
  async take(limit: number): Promise<Rows> {
    if (!(await this.hasMore())) return [];
    const taken = this.#rest.slice(0, limit);
    this.#rest = this.#rest.slice(limit);
    return taken;
  }

  async hasMore(): Promise<boolean> {
    while (this.#rest.length === 0) {
      const { value, done } = await this.#batches.next();
      if (done === true) return false;
      this.#rest = value;
    }
    return true;
  }
}
