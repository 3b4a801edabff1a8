import { WorkbookRefused } from "./workbook-refused.ts";

const BLOCK_BYTES = 1 << 20;
const BLOCK_ENTRIES = 1 << 16;
/** What every bound of memory leaves room for: a workbook of a million rows has some 60 MiB of texts. */
const MOST_BYTES = 256 * BLOCK_BYTES;
const BYTES_OF_AN_ENTRY = 8;

/** Many texts by number, outside the heap: as strings of JavaScript they would take three times as much. */
export class StringStore {
  #blocks: Buffer[] = [];
  #used = 0;
  #starts: Float64Array[] = [];
  #count = 0;
  #bytes = 0;

  /** Adds a text behind the others. @throws WorkbookRefused `too_large_unpacked`. */
  add(text: string): void {
    const length = Buffer.byteLength(text);
    this.#bytes += length + BYTES_OF_AN_ENTRY;
    if (this.#bytes > MOST_BYTES || length > BLOCK_BYTES) throw new WorkbookRefused("too_large_unpacked", "texts");
    if (this.#blocks.length === 0 || this.#used + length > BLOCK_BYTES) {
      this.#blocks.push(Buffer.allocUnsafeSlow(BLOCK_BYTES));
      this.#used = 0;
    }
    this.#blocks.at(-1)?.write(text, this.#used);
    if (this.#count % BLOCK_ENTRIES === 0) this.#starts.push(new Float64Array(BLOCK_ENTRIES));
    const start = (this.#blocks.length - 1) * BLOCK_BYTES + this.#used;
    // One number holds place and length: 2^28 places times 2^21 lengths are below 2^53.
    this.#starts.at(-1)?.set([start * 2 * BLOCK_BYTES + length], this.#count % BLOCK_ENTRIES);
    this.#used += length;
    this.#count += 1;
  }

  /** The text with this number, from 0; undefined when there are fewer. */
  at(number: number): string | undefined {
    if (!(number >= 0 && number < this.#count)) return undefined;
    const packed = this.#starts[Math.floor(number / BLOCK_ENTRIES)]?.[number % BLOCK_ENTRIES] ?? 0;
    const length = packed % (2 * BLOCK_BYTES);
    const start = (packed - length) / (2 * BLOCK_BYTES);
    const within = start % BLOCK_BYTES;
    return this.#blocks[Math.floor(start / BLOCK_BYTES)]?.toString("utf8", within, within + length);
  }
}
