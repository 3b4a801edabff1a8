import { ORDER_MARK, writeCsvLine } from "../../../platform/csv/write-csv-line.ts";
import { ERROR_COLUMNS, errorColumnName, type ErrorColumn } from "./error-columns.ts";

export interface RejectedRow {
  line: number;
  /** The cells as they were read. */
  cells: readonly string[];
  /** For each thing that is wrong: the column's name (empty for the whole row) and the reason in the user's language. */
  faults: readonly { column: string; reason: string }[];
}

const BETWEEN = "；";

/**
 * The first line of an error file: line, column and reason, then the original columns. They stand in front, so that a row
 * with too many cells keeps its tail, and are known again when the corrected file is imported.
 */
export function errorFileHeader(header: readonly string[], labels: Record<ErrorColumn, string>): string {
  return (
    ORDER_MARK + writeCsvLine([...ERROR_COLUMNS.map((column) => errorColumnName(column, labels[column])), ...header])
  );
}

/** One rejected row as a line of the error file. Formulas are neutralised; importing the file takes that back. */
export const errorFileRow = (row: RejectedRow): string => writeCsvLine(errorFileCells(row));

/** The same as cells, as they were read. */
export function errorFileCells({ line, cells, faults }: RejectedRow): string[] {
  const columns = [...new Set(faults.map((fault) => fault.column).filter((column) => column !== ""))];
  const reasons = [...new Set(faults.map((fault) => fault.reason))];
  return [String(line), columns.join(BETWEEN), reasons.join(BETWEEN), ...cells];
}
