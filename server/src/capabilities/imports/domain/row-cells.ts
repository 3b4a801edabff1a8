import { cleanCell, cleanNote } from "./clean-cell.ts";
import type { CsvRow } from "./csv-row.ts";
import { isErrorFile } from "./error-columns.ts";
import type { ImportTarget, MappedColumn } from "./import-target.ts";
import { restoreFormula } from "./neutralise-formula.ts";

/** One filled cell that is mapped. */
export interface MappedCell {
  text: string;
  /** The column's name in the file. */
  column: string;
  memberSource: string;
}

/** The mapped cells of one row, by target, in the order of the columns; empty ones are left out. */
export type RowCells = Partial<Record<ImportTarget, MappedCell[]>>;

/** Ids of a file whose owner named no system. */
const UNNAMED_SOURCE = "import";

/** Makes the reader that picks and cleans the mapped cells of rows. Cells of a corrected error file get their apostrophes taken away. */
export function rowCellReader(
  header: readonly string[],
  mapping: readonly MappedColumn[],
): (row: CsvRow) => RowCells | null {
  const neutralised = isErrorFile(header);
  const columns = mapping.map(({ column, target, memberSource }) => ({
    column,
    target,
    name: header[column] ?? String(column + 1),
    clean: target === "note" ? cleanNote : cleanCell,
    memberSource: memberSource ?? UNNAMED_SOURCE,
  }));
  return (row) => {
    const cells: RowCells = {};
    let filled = false;
    for (const { column, target, name, clean, memberSource } of columns) {
      const written = row.cells[column];
      if (written === undefined || written === "") continue;
      const text = clean(neutralised ? restoreFormula(written) : written);
      if (text === "") continue;
      filled = true;
      const cell = { text, column: name, memberSource };
      const others = cells[target];
      if (others) others.push(cell);
      else cells[target] = [cell];
    }
    return filled ? cells : null;
  };
}
