import type { CsvRow, RowProblem } from "./csv-row.ts";
import { cutBrokenLine, cutCsvRow, type CsvShape, type CutRow } from "./cut-csv-row.ts";
import { findCellProblems, LONGEST_CELL, type Suspicions } from "./find-cell-problems.ts";
import { lineBorders } from "./line-borders.ts";
import type { CsvEncoding } from "./sniff-encoding.ts";

export interface CsvFormat extends CsvShape {
  encoding: CsvEncoding;
}

export interface CsvPosition {
  /** Bytes from the start of the file; begin to push bytes here to go on. */
  offset: number;
  /** The physical line that begins there, from 1. */
  line: number;
}

export interface CsvReader {
  /** Takes the next bytes of the file, cut anywhere, and gives the rows that are complete. */
  push(bytes: Uint8Array): CsvRow[];
  /** The file has ended: gives the rows that were still open. */
  end(): CsvRow[];
}

/** A quote that is not closed within so many bytes is a broken one and not a long cell; this also bounds the memory. */
const LONGEST_ROW_BYTES = 1 << 20;
/** Of a row without an end, so much is shown. */
const SHOWN_BYTES = 300;
const FILE_START: CsvPosition = { offset: 0, line: 1 };
/** Byte order marks decode to this character; only the very first bytes of a file can be one. */
const ORDER_MARK = "\ufeff";

/**
 * Reads the rows of a CSV file from its bytes as they arrive. Each row knows the physical line and the byte at which it
 * begins, so a job can stop after any row and go on from the next one's `offset` and `line`. What is wrong with a row is
 * said in its `problems` and touches no other row: quotes that do not close cost one line, undecodable bytes one row.
 * Empty lines are passed over.
 *
 * @param columns how many the header has; rows with more or fewer are reported. Null: any number is right.
 * @param start where the bytes that are pushed begin in the file
 */
export function createCsvReader(format: CsvFormat, columns: number | null, start: CsvPosition = FILE_START): CsvReader {
  const borders = lineBorders(format.encoding, format.newline);
  const decodeLines = lineDecoder(format);
  let pending: Uint8Array = new Uint8Array(0);
  let { offset, line } = start;
  let insideEndlessRow = false;

  function push(bytes: Uint8Array): CsvRow[] {
    pending = pending.length === 0 ? bytes : joined(pending, bytes);
    if (insideEndlessRow) leaveEndlessRow();
    const end = borders.afterLast(pending);
    if (end === 0 && pending.length > LONGEST_ROW_BYTES) return [beginEndlessRow()];
    return read(end, false);
  }

  function read(end: number, final: boolean): CsvRow[] {
    const starts = borders.starts(pending.subarray(0, end));
    const block = decodeLines(pending.subarray(0, end), starts);
    if (offset === 0 && block.lines[0]?.startsWith(ORDER_MARK)) block.lines[0] = block.lines[0].slice(1);
    const rows: CsvRow[] = [];
    let next = 0;
    while (next < starts.length) {
      const begin = starts[next] ?? 0;
      const cut = cutCsvRow(block.lines, next, format);
      if (cut.problem === "unclosed" && !final && pending.length - begin <= LONGEST_ROW_BYTES) break;
      const broken = cut.problem !== null || hasSwallowedRow(cut, block.lines, next);
      const taken = broken ? 1 : cut.lines;
      const cells = broken ? cutBrokenLine(block.lines[next] ?? "", format.separator) : cut.cells;
      const long = (starts[next + taken] ?? end) - begin > LONGEST_CELL;
      const found = findCellProblems(cells, columns, { ...block, long });
      const problems = broken ? [BROKEN_QUOTES, ...found] : found;
      if (cells.length > 1 || cells[0] !== "")
        rows.push({ line: line + next, offset: offset + begin, cells, problems });
      next += taken;
    }
    skip(starts[next] ?? end, next);
    return rows;
  }

  /** A row over several lines that has the wrong width, where the second line alone has the right one: a stray quote has swallowed that row. */
  function hasSwallowedRow(cut: CutRow, lines: readonly string[], first: number): boolean {
    if (cut.lines === 1 || columns === null || cut.cells.length === columns) return false;
    const second = cutCsvRow(lines, first + 1, format);
    return second.problem === null && second.cells.length === columns;
  }

  function skip(bytes: number, lines: number): void {
    pending = pending.slice(bytes);
    offset += bytes;
    line += lines;
  }

  function beginEndlessRow(): CsvRow {
    const shown = decodeLines(pending.subarray(0, SHOWN_BYTES), [0]).lines;
    const row: CsvRow = { line, offset, cells: shown, problems: [{ code: "row_too_long", column: null }] };
    skip(pending.length - (pending.length % 2), 0);
    insideEndlessRow = true;
    return row;
  }

  function leaveEndlessRow(): void {
    const end = borders.firstAfter(pending, 0);
    if (end === 0) return skip(pending.length - (pending.length % 2), 0);
    skip(end, 1);
    insideEndlessRow = false;
  }

  return { push, end: () => read(insideEndlessRow ? 0 : pending.length, true) };
}

const BROKEN_QUOTES: RowProblem = { code: "broken_quotes", column: null };

interface Block extends Omit<Suspicions, "long"> {
  lines: string[];
}

/** Decodes whole lines. Damaged bytes must not eat a line end, so a block that has any is decoded line by line. */
function lineDecoder(format: CsvFormat): (bytes: Uint8Array, starts: readonly number[]) => Block {
  const decoder = new TextDecoder(format.encoding, { ignoreBOM: true });
  return (bytes, starts) => {
    const text = decoder.decode(bytes);
    const undecodable = text.includes("\ufffd");
    const nul = text.includes("\0");
    const lines = text.split(format.newline);
    // What stands behind the last line end is a line only when there is something.
    if (lines.length > starts.length && lines.at(-1) === "") lines.pop();
    if (!undecodable && lines.length === starts.length) return { lines, undecodable, nul };
    const oneByOne = starts.map((from, index) => {
      const line = decoder.decode(bytes.subarray(from, starts[index + 1]));
      return line.endsWith(format.newline) ? line.slice(0, -1) : line;
    });
    return { lines: oneByOne, undecodable, nul };
  };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/**
 * Reads a file chunk by chunk and yields its rows in batches, one batch for each chunk that completed a row.
 * @see createCsvReader
 */
export async function* readCsvRows(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  format: CsvFormat,
  columns: number | null,
  start: CsvPosition = FILE_START,
): AsyncGenerator<CsvRow[]> {
  const reader = createCsvReader(format, columns, start);
  for await (const chunk of chunks) {
    const rows = reader.push(chunk);
    if (rows.length > 0) yield rows;
  }
  const rest = reader.end();
  if (rest.length > 0) yield rest;
}
