import type { RowProblemCode } from "../../platform/csv/csv-row.ts";
import { findDuplicates, type Duplicates } from "./domain/find-duplicates.ts";
import { RecordTableBuilder, type RecordTable } from "./domain/record-table.ts";
import type { RecordMapping } from "./domain/record-columns.ts";
import type { RecordFile } from "./open-record-file.ts";
import { readAloud } from "./read-aloud.ts";
import { readPlainRecord } from "./read-plain-record.ts";

/** Any number does; the same one finds the same. */
const SEED = 20_240_601;

/** What is wrong with a row. */
export interface RowFault {
  readonly line: number;
  /** The title of the column; empty for the whole row. */
  readonly column: string;
  readonly reason: string;
  /** The row was left out; else only the cell was. */
  readonly isRow: boolean;
}

export interface DedupedFile {
  /** For each record the line of the file on which it begins. */
  readonly lines: readonly number[];
  readonly faults: readonly RowFault[];
  readonly duplicates: Duplicates;
}

const REASONS: Readonly<Record<RowProblemCode, string>> = {
  broken_quotes: "a quotation mark is not closed",
  row_too_long: "the row does not end",
  extra_columns: "more cells than the header has",
  missing_columns: "fewer cells than the header has",
  cell_too_long: "a cell is too long",
  undecodable: "bytes that are no text in the encoding of the file",
  nul_character: "a character that is none (U+0000)",
};

/** Reads the records of a file and finds which are one. Broken rows are left out and said; so is what cannot be read of the others. */
export async function dedupeFile(file: RecordFile, mapping: RecordMapping): Promise<DedupedFile> {
  const { table, lines, faults } = await readTable(file, mapping);
  return { lines, faults, duplicates: findDuplicates(table, { readAloud, seed: SEED }) };
}

/** What is needed to read the rows, the dictionaries of their values above all, is let go before they are compared. */
async function readTable(
  file: RecordFile,
  mapping: RecordMapping,
): Promise<Pick<DedupedFile, "lines" | "faults"> & { readonly table: RecordTable }> {
  const read = readPlainRecord(mapping);
  const builder = new RecordTableBuilder();
  const lines: number[] = [];
  const faults: RowFault[] = [];
  for await (const rows of file.rows()) {
    for (const { line, cells, problems } of rows) {
      for (const { code, column } of problems) {
        faults.push({ line, column: titleOf(file, column), reason: REASONS[code], isRow: true });
      }
      if (problems.length > 0) continue;
      const { record, list, faults: found } = read(cells);
      for (const { column, reason } of found) {
        faults.push({ line, column: titleOf(file, column), reason, isRow: false });
      }
      if (Object.keys(record).length === 0) {
        faults.push({ line, column: "", reason: "nothing to compare by", isRow: false });
      }
      builder.add(record, list);
      lines.push(line);
    }
  }
  return { table: builder.finish(), lines, faults };
}

function titleOf({ header }: RecordFile, column: number | null): string {
  return column === null ? "" : (header[column] ?? String(column + 1));
}
