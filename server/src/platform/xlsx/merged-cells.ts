import { cellPlace } from "./cell-reference.ts";
import type { CellPlace } from "./cell-reference.ts";
import { attributeOf } from "./xml-scanner.ts";
import type { XmlListener } from "./xml-scanner.ts";

/** Cells that look like one; what they say stands in the first. */
export interface MergedCells {
  readonly from: CellPlace;
  readonly to: CellPlace;
}

/** More are no help to anybody who reads the sheet. */
const MOST_MERGED = 200_000;

/** Collects the merged cells of a sheet. They stand behind its rows, so a sheet that has any is read twice. */
export class MergedCellsReader implements XmlListener {
  readonly found: MergedCells[] = [];

  open(name: string, attributes: string): void {
    if (name !== "mergeCell" || this.found.length >= MOST_MERGED) return;
    const [first = "", last = first] = (attributeOf(attributes, "ref") ?? "").split(":");
    const from = cellPlace(first);
    const to = cellPlace(last);
    if (from && to) this.found.push({ from, to });
  }

  text(): void {}

  close(): void {}
}

/**
 * Fills rows, one after the other, with what the merged cells above say: one company that stands beside three people is the
 * company of all three. Cells merged side by side are a title or a wide cell, and say it once.
 */
export class MergedCellsFiller {
  readonly #byFirstRow = new Map<number, MergedCells[]>();
  #open: { readonly merged: MergedCells; readonly text: string }[] = [];

  constructor(merged: readonly MergedCells[]) {
    for (const each of merged) {
      if (each.to.row === each.from.row) continue;
      const known = this.#byFirstRow.get(each.from.row);
      if (known) known.push(each);
      else this.#byFirstRow.set(each.from.row, [each]);
    }
  }

  /** The row below which nothing is left to fill. */
  isDone(): boolean {
    return this.#open.length === 0 && this.#byFirstRow.size === 0;
  }

  /** Fills the cells of the row with this number, from 0. */
  fill(row: number, cells: string[]): void {
    this.#open = this.#open.filter(({ merged }) => merged.to.row >= row);
    for (const { merged, text } of this.#open) {
      while (cells.length <= merged.from.column) cells.push("");
      if (cells[merged.from.column] === "") cells[merged.from.column] = text;
    }
    const starting = this.#byFirstRow.get(row);
    if (!starting) return;
    this.#byFirstRow.delete(row);
    for (const merged of starting) {
      const text = cells[merged.from.column] ?? "";
      if (text !== "") this.#open.push({ merged, text });
    }
  }
}
