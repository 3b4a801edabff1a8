import type { RowProblem } from "./csv-row.ts";

/** A cell that holds more was pasted by mistake, and no field takes it. */
export const LONGEST_CELL = 50_000;

/** What the reader knows of a block of rows, so that clean rows are not searched letter by letter. */
export interface Suspicions {
  undecodable: boolean;
  nul: boolean;
  /** The row is long enough to hold a cell over the limit. */
  long: boolean;
}

const NONE: readonly RowProblem[] = Object.freeze([]);

/** Finds what is wrong with the cells of one row. Extra columns count only when something stands in them: spreadsheets leave empty ones behind. */
export function findCellProblems(
  cells: readonly string[],
  columns: number | null,
  suspicions: Suspicions,
): readonly RowProblem[] {
  const problems: RowProblem[] = [];
  if (columns !== null && cells.length !== columns) {
    const extra = cells.findIndex((cell, column) => column >= columns && cell.trim() !== "");
    if (extra >= 0) problems.push({ code: "extra_columns", column: extra });
    else if (cells.length < columns) problems.push({ code: "missing_columns", column: null });
  }
  for (
    let column = 0;
    column < cells.length && (suspicions.undecodable || suspicions.nul || suspicions.long);
    column++
  ) {
    const cell = cells[column] ?? "";
    if (suspicions.long && cell.length > LONGEST_CELL) problems.push({ code: "cell_too_long", column });
    if (suspicions.undecodable && cell.includes("\ufffd")) problems.push({ code: "undecodable", column });
    if (suspicions.nul && cell.includes("\0")) problems.push({ code: "nul_character", column });
  }
  return problems.length === 0 ? NONE : problems;
}
