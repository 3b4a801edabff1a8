/** What can be wrong with a row before anybody has looked at what it means. */
export type RowProblemCode =
  | "broken_quotes"
  | "row_too_long"
  | "extra_columns"
  | "missing_columns"
  | "cell_too_long"
  | "undecodable"
  | "nul_character";

export interface RowProblem {
  code: RowProblemCode;
  /** The cell it is about, from 0; null when it is about the whole row. */
  column: number | null;
}

/** One row of a CSV file. */
export interface CsvRow {
  /** The physical line it begins on, from 1 (the header is a line, too). */
  line: number;
  /** The byte it begins at. */
  offset: number;
  cells: string[];
  problems: readonly RowProblem[];
}
