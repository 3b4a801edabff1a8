/** What spreadsheets run: a cell that begins with one of these. Apostrophes in front are counted in, so that taking one away gives back exactly the cell. */
const RUNS = /^'*[=+\-@\t\r]/;
const NEUTRALISED = /^'+[=+\-@\t\r]/;

/** A cell as it may stand in a file that is opened in a spreadsheet: what would run as a formula gets an apostrophe in front. */
export function neutraliseFormula(cell: string): string {
  return RUNS.test(cell) ? `'${cell}` : cell;
}

/** The cell that `neutraliseFormula` was given. */
export function restoreFormula(cell: string): string {
  return NEUTRALISED.test(cell) ? cell.slice(1) : cell;
}
