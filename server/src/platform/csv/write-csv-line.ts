import Papa from "papaparse";
import { neutraliseFormula } from "./neutralise-formula.ts";

/** Spreadsheets take a CSV file for UTF-8 only when it begins so. */
export const ORDER_MARK = "\ufeff";
const LINE_END = "\r\n";

/** One row as a line of a CSV file, quoted where needed, so that no cell runs as a formula when a spreadsheet opens it. */
export function writeCsvLine(cells: readonly string[]): string {
  return Papa.unparse([cells.map(neutraliseFormula)], { newline: LINE_END }) + LINE_END;
}
