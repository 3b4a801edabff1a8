import { cellPlace, MOST_COLUMNS, MOST_ROWS } from "./cell-reference.ts";
import { cellWords } from "./cell-words.ts";
import { PLAIN } from "./number-format.ts";
import type { NumberKind } from "./number-format.ts";
import { numberText } from "./number-text.ts";
import type { StringStore } from "./string-store.ts";
import { WorkbookRefused } from "./workbook-refused.ts";
import { attributeOf } from "./xml-scanner.ts";
import type { XmlListener } from "./xml-scanner.ts";

/** What the cells of a workbook refer to. */
export interface SheetWords {
  readonly strings: StringStore;
  /** By the number of a cell's style. */
  readonly formats: readonly NumberKind[];
  /** Whether its days are counted from 1904. */
  readonly from1904: boolean;
}

const BOOLEANS: Readonly<Record<string, string>> = { "1": "TRUE", "0": "FALSE", true: "TRUE", false: "FALSE" };

/**
 * Reads the rows of a sheet: of a formula its last result, of a number what it looks like. Hidden rows and columns are read
 * like others; formats without a value are no cells.
 */
export class SheetReader implements XmlListener {
  readonly #words: SheetWords;
  readonly #onRow: (row: number, cells: string[]) => void;
  #inRows = false;
  #row = -1;
  #cells: string[] = [];
  #column = -1;
  #type = "";
  #style = 0;
  #value = "";
  #taking = false;
  #inReading = false;

  /** @param onRow is told each row that has a cell, its number from 0, in the order of the sheet. */
  constructor(words: SheetWords, onRow: (row: number, cells: string[]) => void) {
    this.#words = words;
    this.#onRow = onRow;
  }

  open(name: string, attributes: string): void {
    switch (name) {
      case "c":
        this.#beginCell(attributes);
        break;
      case "v":
        this.#taking = true;
        break;
      case "t":
        this.#taking = this.#type === "inlineStr" && !this.#inReading;
        break;
      case "rPh":
        this.#inReading = true;
        break;
      case "row":
        this.#beginRow(attributes);
        break;
      case "sheetData":
        this.#inRows = true;
        break;
    }
  }

  text(raw: string): void {
    if (this.#taking) this.#value += raw;
  }

  close(name: string): void {
    switch (name) {
      case "v":
      case "t":
        this.#taking = false;
        break;
      case "rPh":
        this.#inReading = false;
        break;
      case "c":
        if (this.#inRows) this.#endCell();
        break;
      case "row":
        if (this.#inRows && this.#cells.length > 0) this.#onRow(this.#row, this.#cells);
        break;
      case "sheetData":
        this.#inRows = false;
        break;
    }
  }

  #beginRow(attributes: string): void {
    const number = attributeOf(attributes, "r");
    const row = number === undefined ? this.#row + 1 : Number(number) - 1;
    if (!Number.isInteger(row) || row <= this.#row || row >= MOST_ROWS) throw new WorkbookRefused("damaged", "rows");
    this.#row = row;
    this.#cells = [];
    this.#column = -1;
  }

  #beginCell(attributes: string): void {
    const reference = attributeOf(attributes, "r");
    const column = reference === undefined ? this.#column + 1 : (cellPlace(reference)?.column ?? -1);
    if (column < 0 || column >= MOST_COLUMNS) throw new WorkbookRefused("damaged", "columns");
    this.#column = column;
    this.#type = attributeOf(attributes, "t") ?? "n";
    this.#style = Number(attributeOf(attributes, "s") ?? 0);
    this.#value = "";
  }

  #endCell(): void {
    const text = this.#value === "" ? "" : this.#textOf(this.#value);
    if (text === "") return;
    while (this.#cells.length < this.#column) this.#cells.push("");
    this.#cells[this.#column] = text;
  }

  #textOf(value: string): string {
    const { strings, formats, from1904 } = this.#words;
    switch (this.#type) {
      case "s": {
        const text = strings.at(Number(value));
        if (text === undefined) throw new WorkbookRefused("damaged", "a text that is not there");
        return text;
      }
      case "n":
        return numberText(value, formats[this.#style] ?? PLAIN, from1904);
      case "b":
        return BOOLEANS[value.trim()] ?? value;
      case "d":
        return value.trim().replace(/T00:00:00(?:\.0+)?Z?$/, "");
      default:
        return cellWords(value);
    }
  }
}
