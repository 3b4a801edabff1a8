import type { CsvRow } from "./csv-row.ts";
import type { CsvShape } from "./cut-csv-row.ts";
import { createCsvReader, type CsvFormat, type CsvPosition } from "./read-csv-rows.ts";
import { sniffEncoding, type CsvEncoding, type SniffedEncoding } from "./sniff-encoding.ts";
import { sniffSeparator } from "./sniff-separator.ts";

export interface CsvPreview {
  format: CsvFormat;
  confidence: SniffedEncoding["confidence"];
  /** The names of the columns as they stand in the file, trimmed; without a header their numbers. Empty columns at the end are left out. */
  header: string[];
  hasHeader: boolean;
  /** Where the first row of people begins: `start` for `readCsvRows`. */
  firstRow: CsvPosition;
  rows: CsvRow[];
}

/** What the page or an earlier look at the file has settled. */
export interface PreviewChoices {
  encoding?: CsvEncoding;
  separator?: string;
  hasHeader?: boolean;
  /** The verdict over the whole file, better than the one over the sample. */
  sniffed?: SniffedEncoding;
  /** How the lines were written, where it is known. */
  shape?: CsvShape;
}

/** Rows shown to the person who maps the columns. */
const SHOWN_ROWS = 20;
const SEPARATOR_SAMPLE = 1 << 16;
/** A phone, an id, an amount, an address, a date: what stands in rows and not in headers. */
const VALUE = /^[+\d][\d\s.,:/()-]{3,}$|@.+\.|^[0-9a-f]{16,}$/i;

/**
 * Opens the beginning of a file (64 KiB are plenty): encoding, separator, header and the first rows. What has been chosen
 * is taken instead of what is sniffed.
 *
 * @param complete whether the sample is the whole file; otherwise its last row may be cut and is not shown
 */
export function previewCsv(sample: Uint8Array, complete: boolean, chosen: PreviewChoices = {}): CsvPreview {
  const sniffed = chosen.sniffed ?? sniffEncoding(sample);
  const encoding = chosen.encoding ?? sniffed.encoding;
  const shape = chosen.shape
    ? { ...chosen.shape, declared: false }
    : sniffSeparator(new TextDecoder(encoding).decode(sample.subarray(0, SEPARATOR_SAMPLE)));
  const format: CsvFormat = { encoding, separator: chosen.separator ?? shape.separator, newline: shape.newline };
  const all = readAll(sample, complete, format, null);
  const top = all[shape.declared ? 1 : 0] ?? { line: 1, offset: 0, cells: [], problems: [] };
  const below = all[shape.declared ? 2 : 1] ?? { line: top.line + 1, offset: sample.length };
  const hasHeader = chosen.hasHeader ?? !top.cells.some((cell) => VALUE.test(cell.trim()));
  const firstRow: CsvPosition = hasHeader
    ? { offset: below.offset, line: below.line }
    : { offset: top.offset, line: top.line };
  const header = hasHeader ? namesOf(top.cells) : top.cells.map((_, column) => String(column + 1));
  const rows = readAll(sample, complete, format, header.length, firstRow).slice(0, SHOWN_ROWS);
  return { format, confidence: sniffed.confidence, header, hasHeader, firstRow, rows };
}

function readAll(
  sample: Uint8Array,
  complete: boolean,
  format: CsvFormat,
  columns: number | null,
  start: CsvPosition = { offset: 0, line: 1 },
): CsvRow[] {
  const reader = createCsvReader(format, columns, start);
  const rows = reader.push(sample.subarray(start.offset));
  return complete ? [...rows, ...reader.end()] : rows;
}

function namesOf(cells: readonly string[]): string[] {
  const names = cells.map((cell) => cell.trim());
  const last = names.findLastIndex((name) => name !== "");
  return names.slice(0, last + 1);
}
