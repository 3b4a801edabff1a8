import { MergedCellsFiller } from "./merged-cells.ts";
import type { MergedCells } from "./merged-cells.ts";
import { WorkbookRefused } from "./workbook-refused.ts";

/** How the lines are written: a row of the sheet is a line, and what a cell says on several lines ends none. */
export const SHEET_FORMAT = { encoding: "utf-8", separator: ",", newline: "\r" } as const;

/** So many rows are looked at for where the list begins. */
const TOP_ROWS = 10;
/** A list has at least so many columns for what stands alone above it to be its title. */
const COLUMNS_OF_A_LIST = 3;
const NEEDS_QUOTES = /[",\n]/;

/**
 * Writes the rows of a sheet as lines: line 7 is row 7, empty rows are empty lines, every row is as wide as the first.
 * A title above the list (one cell alone, the list below it wider) becomes an empty line.
 */
export class SheetLines {
  readonly #merged: MergedCellsFiller;
  #top: { readonly row: number; readonly cells: readonly string[] }[] | null = [];
  #row = 0;
  #width = 0;
  #text = "";
  #rows = 0;

  constructor(merged: readonly MergedCells[]) {
    this.#merged = new MergedCellsFiller(merged);
  }

  /** Takes the next row of the sheet, its number from 0. */
  add(row: number, cells: string[]): void {
    if (!this.#merged.isDone()) this.#merged.fill(row, cells);
    if (!cells.some((cell) => cell.trim() !== "")) return;
    if (this.#top === null) return this.#write(row, cells);
    this.#top.push({ row, cells });
    if (this.#top.length >= TOP_ROWS) this.#writeTop();
  }

  /** What has been written since it was last asked. */
  take(): string {
    const text = this.#text;
    this.#text = "";
    return text;
  }

  /** The sheet has ended. @returns the rows on which something stands. @throws WorkbookRefused `empty_sheet`. */
  end(): number {
    this.#writeTop();
    if (this.#rows === 0) throw new WorkbookRefused("empty_sheet");
    return this.#rows;
  }

  #writeTop(): void {
    const top = this.#top ?? [];
    this.#top = null;
    const isList = ({ cells }: { cells: readonly string[] }): boolean => filledIn(cells) >= COLUMNS_OF_A_LIST;
    const firstOfList = top.findIndex(isList);
    const titles = firstOfList > 0 && top.slice(0, firstOfList).every(({ cells }) => filledIn(cells) === 1);
    for (const { row, cells } of titles ? top.slice(firstOfList) : top) this.#write(row, cells);
  }

  #write(row: number, cells: readonly string[]): void {
    this.#text += "\r".repeat(row - this.#row);
    this.#row = row + 1;
    this.#rows += 1;
    if (this.#width === 0) this.#width = cells.length;
    let line = "";
    for (let column = 0; column < Math.max(this.#width, cells.length); column++) {
      if (column > 0) line += ",";
      const cell = cells[column] ?? "";
      if (cell !== "") line += NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    }
    this.#text += `${line}\r`;
  }
}

const filledIn = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== "").length;
