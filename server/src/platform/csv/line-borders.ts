import type { CsvEncoding } from "./sniff-encoding.ts";

/** Finds lines in bytes. In UTF-8 and GB18030 the bytes of line ends and quotes are never part of another character. */
export interface LineBorders {
  /** The byte behind the first line end at or after `from`; 0 when there is none. */
  firstAfter(bytes: Uint8Array, from: number): number;
  /** The byte behind the last line end; 0 when there is none. */
  afterLast(bytes: Uint8Array): number;
  /** Where each line begins. The last one need not be ended. */
  starts(bytes: Uint8Array): number[];
}

const ALIGNED_STEP = 2;

/** The lines of one encoding; `newline` is the character that ends them. */
export function lineBorders(encoding: CsvEncoding, newline: "\n" | "\r"): LineBorders {
  const code = newline.charCodeAt(0);
  const firstAfter = encoding.startsWith("utf-16") ? wideFinder(code, encoding === "utf-16le") : narrowFinder(code);
  return {
    firstAfter,
    afterLast(bytes) {
      if (!encoding.startsWith("utf-16")) return bytes.lastIndexOf(code) + 1;
      let last = 0;
      for (let next = firstAfter(bytes, 0); next > 0; next = firstAfter(bytes, next)) last = next;
      return last;
    },
    starts(bytes) {
      const starts: number[] = [];
      for (let start = 0; start < bytes.length;) {
        starts.push(start);
        const next = firstAfter(bytes, start);
        if (next === 0) break;
        start = next;
      }
      return starts;
    },
  };
}

function narrowFinder(code: number): LineBorders["firstAfter"] {
  return (bytes, from) => bytes.indexOf(code, from) + 1;
}

/** UTF-16 has two bytes a character, so a line end counts only where a character begins. `from` must be even. */
function wideFinder(code: number, littleEndian: boolean): LineBorders["firstAfter"] {
  const [low, high] = littleEndian ? [0, 1] : [1, 0];
  return (bytes, from) => {
    for (let at = bytes.indexOf(code, from + low); at >= 0; at = bytes.indexOf(code, at + 1)) {
      const begin = at - low;
      if ((begin - from) % ALIGNED_STEP === 0 && bytes[begin + high] === 0) return begin + ALIGNED_STEP;
    }
    return 0;
  };
}
