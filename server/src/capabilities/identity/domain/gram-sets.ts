/** Of a longer text so many grams are compared; addresses have some thirty. */
const MOST_GRAMS = 64;
const WORDS = /[\p{Script=Han}]|[^\p{Script=Han}\P{Letter}]+|\p{Number}+/gu;
const HAN = /^\p{Script=Han}$/u;
const NUMBER = /^\p{Number}+$/u;

/** Texts as sets of short pieces with weights, so that typing errors, lost spaces and another order of words cost little. */
export interface GramSets {
  /** Weighted Dice: twice what both have, over what each has; 0 to 1. */
  similarity(a: number, b: number): number;
  /** How much both have in common, in bits: what is rare says more. */
  shared(a: number, b: number): number;
}

/** Cuts every text into grams and weighs each gram by how rare it is among the texts: log2(texts / texts that have it). */
export function createGramSets(texts: readonly string[]): GramSets {
  const numbers = new Map<string, number>();
  const frequency: number[] = [];
  const starts = new Int32Array(texts.length + 1);
  let all = new Int32Array(texts.length * 8 + MOST_GRAMS);
  let length = 0;
  texts.forEach((text, index) => {
    const grams = Int32Array.from(numbered(gramsOf(text), numbers, frequency)).toSorted();
    if (length + grams.length > all.length) {
      const larger = new Int32Array(all.length * 2);
      larger.set(all);
      all = larger;
    }
    all.set(grams, length);
    length += grams.length;
    starts[index + 1] = length;
  });
  const weights = Float64Array.from(frequency, (count) => Math.log2((texts.length + 1) / count));
  const totals = new Float64Array(texts.length);
  for (let index = 0; index < texts.length; index++) {
    let total = 0;
    for (let at = starts[index] ?? 0; at < (starts[index + 1] ?? 0); at++) total += weights[all[at] ?? 0] ?? 0;
    totals[index] = total;
  }
  const shared = (a: number, b: number): number => {
    let common = 0;
    let atA = starts[a] ?? 0;
    let atB = starts[b] ?? 0;
    const endA = starts[a + 1] ?? 0;
    const endB = starts[b + 1] ?? 0;
    while (atA < endA && atB < endB) {
      const gramA = all[atA] ?? 0;
      const gramB = all[atB] ?? 0;
      if (gramA === gramB) common += weights[gramA] ?? 0;
      if (gramA <= gramB) atA++;
      if (gramB <= gramA) atB++;
    }
    return common;
  };
  return {
    shared,
    similarity: (a, b) => {
      const total = (totals[a] ?? 0) + (totals[b] ?? 0);
      return total === 0 ? 0 : (2 * shared(a, b)) / total;
    },
  };
}

function numbered(grams: Iterable<string>, numbers: Map<string, number>, frequency: number[]): number[] {
  const found: number[] = [];
  for (const gram of grams) {
    let number = numbers.get(gram);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(gram, number);
      frequency.push(0);
    }
    frequency[number] = (frequency[number] ?? 0) + 1;
    found.push(number);
    if (found.length === MOST_GRAMS) break;
  }
  return found;
}

/** Words of letters become pieces of three with their ends marked, numbers stay whole, Chinese characters count alone and in pairs. */
export function gramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  let before = "";
  for (const [word] of text.matchAll(WORDS)) {
    if (HAN.test(word)) {
      grams.add(word);
      if (before !== "") grams.add(before + word);
      before = word;
      continue;
    }
    before = "";
    if (NUMBER.test(word)) grams.add(word);
    else for (let at = -1; at < word.length - 1; at++) grams.add(` ${word} `.slice(at + 1, at + 4));
  }
  return grams;
}
