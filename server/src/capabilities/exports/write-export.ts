import type { ExportFormat } from "@tongzhou/contract/exports";
import type { Company } from "@tongzhou/contract/people-session";
import type { Viewing } from "../../platform/access/acting.ts";
import type { ExportSource } from "../../platform/lists/export-source.ts";
import type { Sheet, SheetCell } from "../../platform/sheets/sheet-cell.ts";
import { writeCsvSheet } from "../../platform/sheets/write-csv-sheet.ts";
import { writeXlsxSheet } from "../../platform/sheets/write-xlsx-sheet.ts";
import { zoneClock } from "../../platform/time/zone-clock.ts";
import { exportRequestOf } from "./export-request-of.ts";
import type { ExportOrder } from "./export-request-of.ts";
import { exportWords } from "./export-words.ts";
import { headOf } from "./head-of.ts";

/** Rows read in one statement: memory holds two such pages. */
const ROWS_AT_ONCE = 1000;

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

export interface WrittenExport {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: AsyncIterable<Buffer>;
}

/**
 * The file of an export, written as it is read: page by page along the order of the list, all of one snapshot of the
 * database, with what the viewer may see of each row.
 * @param onRows told after each page how many rows there are so far; what it throws ends the file.
 */
export function writeExport(
  order: ExportOrder,
  source: ExportSource,
  viewing: Viewing,
  company: Company,
  onRows: (rows: number) => Promise<void> | void,
): WrittenExport {
  const { viewer, now } = viewing;
  const words = exportWords(viewer.person.language);
  const offered = new Map(source.offered(viewer).map((column) => [column.id, column]));
  const shown = new Date(zoneClock(company.timeZone).wallAt(now.getTime())).toISOString();
  const [day = "", time = ""] = shown.slice(0, 16).split("T");
  const sheet: Sheet = {
    name: words.records(order.object),
    columns: order.columns.map((id) => ({
      head: headOf(source, id, viewer) ?? "",
      kind: offered.get(id)?.kind ?? "text",
    })),
    batches: batchesOf(order, source, viewing, company, onRows),
    timeZone: company.timeZone,
    ...(company.exportWatermark
      ? { watermark: words.watermark(company.name, viewer.person.name, `${day} ${time}`) }
      : {}),
  };
  return {
    name: `${words.records(order.object)} ${day} ${time.replace(":", "")}.${order.format}`,
    mediaType: MEDIA_TYPES[order.format],
    bytes: order.format === "csv" ? writeCsvSheet(sheet) : writeXlsxSheet(sheet),
  };
}

async function* batchesOf(
  order: ExportOrder,
  source: ExportSource,
  viewing: Viewing,
  company: Company,
  onRows: (rows: number) => Promise<void> | void,
): AsyncGenerator<SheetCell[][]> {
  const { language } = viewing.viewer.person;
  const { word } = exportWords(language);
  const words = { viewer: viewing.viewer, language, currency: company.currency, word };
  let count = 0;
  let cursor: string | undefined;
  do {
    const page = await source.read(exportRequestOf(order), { cursor, limit: ROWS_AT_ONCE }, viewing, company, words);
    count += page.rows.length;
    yield page.rows;
    await onRows(count);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}
