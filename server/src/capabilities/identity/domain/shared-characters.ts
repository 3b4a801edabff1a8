import type { WordIndex } from "./create-word-index.ts";

/** No name has more characters that count. */
const LONGEST = 64;
// Scratch of one comparison: millions of them a second would otherwise each leave arrays behind.
const best = new Float64Array((LONGEST + 1) * (LONGEST + 1));

/** The weight of what two Chinese names have in common. */
export interface SharedCharacters {
  readonly weight: number;
  /** The characters themselves, by their numbers; only called for names that are alike. */
  words(): number[];
}

/**
 * What two Chinese names have in common: names are cut short by leaving characters out, never by changing their order, so
 * this is the heaviest common subsequence. The answer holds until the next call.
 */
export function sharedCharacters(a: Int32Array, b: Int32Array, { weights }: WordIndex): SharedCharacters {
  const lengthA = Math.min(a.length, LONGEST);
  const lengthB = Math.min(b.length, LONGEST);
  const width = lengthB + 1;
  best.fill(0, 0, (lengthA + 1) * width);
  for (let line = lengthA - 1; line >= 0; line--) {
    const word = a[line] ?? 0;
    const weight = weights[word] ?? 0;
    for (let column = lengthB - 1; column >= 0; column--) {
      const at = line * width + column;
      let most = best[at + width] ?? 0;
      const right = best[at + 1] ?? 0;
      if (right > most) most = right;
      if (word === b[column]) {
        const match = (best[at + width + 1] ?? 0) + weight;
        if (match > most) most = match;
      }
      best[at] = most;
    }
  }
  return { weight: best[0] ?? 0, words: () => traceWords(a, lengthA, lengthB) };
}

function traceWords(a: Int32Array, lengthA: number, lengthB: number): number[] {
  const width = lengthB + 1;
  const words: number[] = [];
  for (let line = 0, column = 0; line < lengthA && column < lengthB;) {
    const at = line * width + column;
    if (best[at] === best[at + width]) line++;
    else if (best[at] === best[at + 1]) column++;
    else {
      words.push(a[line] ?? 0);
      line++;
      column++;
    }
  }
  return words;
}
