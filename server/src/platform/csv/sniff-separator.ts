import { cutCsvRow, type CsvShape } from "./cut-csv-row.ts";

/** In the order of preference when two divide the lines equally well. */
export const SEPARATORS = [",", ";", "\t", "|"] as const;

const JUDGED_ROWS = 100;
/** Excel writes and reads a first line that names the separator. */
const DECLARED = /^sep=([,;\t|])\r?$/;

export interface SniffedShape extends CsvShape {
  /** The first line only names the separator and is no header. */
  declared: boolean;
}

/**
 * Finds the separator and the line end from the decoded beginning of a file. The separator is the one that cuts most of
 * the first hundred rows into the same number of columns (more than one); among equals, the one with more columns.
 */
export function sniffSeparator(text: string): SniffedShape {
  const newline = text.includes("\n") || !text.includes("\r") ? "\n" : "\r";
  const lines = text.split(newline).slice(0, JUDGED_ROWS);
  const declared = DECLARED.exec(lines[0] ?? "")?.[1];
  if (declared !== undefined) return { separator: declared, newline, declared: true };
  let best: SniffedShape = { separator: ",", newline, declared: false };
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const score = agreement(lines, { separator, newline });
    if (score > bestScore) [best, bestScore] = [{ separator, newline, declared: false }, score];
  }
  return best;
}

/** The share of rows that have the commonest width (0 when that is one column), and a little for each column. */
function agreement(lines: readonly string[], shape: CsvShape): number {
  const widths = new Map<number, number>();
  let rows = 0;
  for (let next = 0; next < lines.length;) {
    const cut = cutCsvRow(lines, next, shape);
    next += cut.lines;
    if (cut.problem !== null || (cut.cells.length === 1 && cut.cells[0] === "")) continue;
    rows += 1;
    widths.set(cut.cells.length, (widths.get(cut.cells.length) ?? 0) + 1);
  }
  const [width, count] = [...widths].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  return width === 1 || rows === 0 ? 0 : count / rows + width / 1000;
}
