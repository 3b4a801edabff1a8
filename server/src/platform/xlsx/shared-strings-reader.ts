import { cellWords } from "./cell-words.ts";
import type { StringStore } from "./string-store.ts";
import type { XmlListener } from "./xml-scanner.ts";

/** Collects the texts that the cells of a workbook share; formatted pieces of one text are joined, readings of 漢字 left out. */
export class SharedStringsReader implements XmlListener {
  readonly #strings: StringStore;
  #text = "";
  #inText = false;
  #inReading = false;

  constructor(strings: StringStore) {
    this.#strings = strings;
  }

  open(name: string): void {
    if (name === "si") this.#text = "";
    else if (name === "rPh") this.#inReading = true;
    else if (name === "t") this.#inText = !this.#inReading;
  }

  text(raw: string): void {
    if (this.#inText) this.#text += cellWords(raw);
  }

  close(name: string): void {
    if (name === "t") this.#inText = false;
    else if (name === "rPh") this.#inReading = false;
    else if (name === "si") this.#strings.add(this.#text);
  }
}
