/** A place on a sheet, both from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Of a sheet in Excel. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;
const REFERENCE = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;
const LETTERS = 26;

/** `B5` → row 4, column 1; null for what is no place on a sheet. */
export function cellPlace(reference: string): CellPlace | null {
  const found = REFERENCE.exec(reference);
  if (!found) return null;
  let column = 0;
  for (const letter of (found[1] ?? "").toUpperCase()) column = column * LETTERS + letter.charCodeAt(0) - 64;
  const row = Number(found[2]);
  return row < 1 || row > MOST_ROWS || column > MOST_COLUMNS ? null : { row: row - 1, column: column - 1 };
}
