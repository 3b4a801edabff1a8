import { initialsOf } from "./organisation-words.ts";
import { editDistance } from "./text-distance.ts";
import type { WordIndex } from "./create-word-index.ts";

/** The words of two names in letters that are accounted for by the other side. */
export interface SharedWords {
  /** What both names have, in the commoner spelling. */
  readonly shared: readonly number[];
  /** The words of each that the other has in its name or place, mistyped, or as initials. */
  readonly coveredA: readonly number[];
  readonly coveredB: readonly number[];
}

const SHORTEST_MISTYPED = 5;
const SHORTEST_INITIALS = 2;
const LONGEST_INITIALS = 7;

/** Compares names word by word: in any order, with one slip in a longer word, and with initials for a run of words. */
export function sharedWords(
  a: Int32Array,
  b: Int32Array,
  index: WordIndex,
  placesA: readonly number[],
  placesB: readonly number[],
): SharedWords {
  const shared: number[] = [];
  const openA: number[] = [];
  const takenB = new Uint8Array(b.length);
  for (const word of a) {
    const other = b.findIndex((each, at) => each === word && takenB[at] === 0);
    if (other < 0) openA.push(word);
    else {
      takenB[other] = 1;
      shared.push(word);
    }
  }
  const openB = [...b].filter((_, at) => takenB[at] === 0);
  if (openA.length === 0 && openB.length === 0) return { shared, coveredA: shared, coveredB: shared };
  const coveredA = [...shared];
  const coveredB = [...shared];
  for (const word of openA) {
    const slip = openB.find((other) => isSlip(index.texts[word] ?? "", index.texts[other] ?? ""));
    if (slip === undefined) continue;
    // The right spelling is the common one; the slip is rare and tells nothing.
    shared.push((index.weights[word] ?? 0) <= (index.weights[slip] ?? 0) ? word : slip);
    coveredA.push(word);
    coveredB.push(slip);
  }
  const wholeA = [...a, ...placesA];
  const wholeB = [...b, ...placesB];
  coverInitials(openA, wholeB, index, coveredA, coveredB, shared);
  coverInitials(openB, wholeA, index, coveredB, coveredA, shared);
  for (const word of openA) if (placesB.includes(word)) coveredA.push(word);
  for (const word of openB) if (placesA.includes(word)) coveredB.push(word);
  return { shared, coveredA: only(a, coveredA), coveredB: only(b, coveredB) };
}

function isSlip(a: string, b: string): boolean {
  return a.length >= SHORTEST_MISTYPED && b.length >= SHORTEST_MISTYPED && editDistance(a, b, 1) <= 1;
}

/** A word that is the initials of a run of the other's words stands for all of them. */
function coverInitials(
  open: readonly number[],
  others: readonly number[],
  { texts }: WordIndex,
  covered: number[],
  coveredOthers: number[],
  shared: number[],
): void {
  for (const word of open) {
    const letters = texts[word] ?? "";
    if (letters.length < SHORTEST_INITIALS || letters.length > LONGEST_INITIALS) continue;
    for (let start = 0; start + letters.length <= others.length; start++) {
      const run = others.slice(start, start + letters.length);
      if (initialsOf(run.map((other) => texts[other] ?? "")) !== letters) continue;
      covered.push(word);
      coveredOthers.push(...run);
      shared.push(word);
      break;
    }
  }
}

/** The words of a name that are covered, each as often as the name has it. */
function only(name: Int32Array, covered: readonly number[]): number[] {
  return [...name].filter((word) => covered.includes(word));
}
