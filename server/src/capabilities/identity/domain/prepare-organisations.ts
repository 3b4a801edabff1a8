import { readOrganisation } from "./organisation-value.ts";
import { HAN, isTradeWord, organisationWords } from "./organisation-words.ts";
import { createWordIndex, type WordIndex } from "./create-word-index.ts";

/** An organisation's name, ready for comparing. */
export interface OrganisationWords {
  readonly text: string;
  readonly brand: string;
  /** The significant digits of the division it names. */
  readonly place: string | null;
  readonly branch: string | null;
  readonly isHan: boolean;
  /** The first two characters of a Chinese brand: what is kept when a name is cut short. */
  readonly head: string;
  /** How a Chinese name sounds, in letters. */
  readonly sound: string;
  /** Its words by their numbers in the index. */
  readonly words: Int32Array;
  /** The weight of all its words, and of those that are neither trade nor place. */
  readonly total: number;
  readonly telling: number;
}

export interface PreparedOrganisations {
  readonly names: readonly OrganisationWords[];
  readonly index: WordIndex;
  /** Is this a word of a place? */
  isPlace(word: number): boolean;
  /** Is this a word that tells organisations of one trade and place apart? */
  isTelling(word: number): boolean;
  /** The words of a place by their numbers; what neither a name nor a place of the table has is left out. */
  wordsOfPlace(place: string): readonly number[];
}

/** Cuts names into words and weighs them. @see compareOrganisations */
export function prepareOrganisations(
  values: readonly string[],
  places: readonly string[],
  readAloud: (text: string) => string,
): PreparedOrganisations {
  const names = values.map(readOrganisation);
  const index = createWordIndex(
    names.map(({ core }) => organisationWords(core)),
    places.flatMap(organisationWords),
  );
  const numbers = new Map(index.texts.map((text, number) => [text, number]));
  const wordsOfPlace = (place: string): number[] => organisationWords(place).flatMap((word) => numbers.get(word) ?? []);
  const placeWords = new Set(places.flatMap(wordsOfPlace));
  const telling = Uint8Array.from(index.texts, (text, word) => (placeWords.has(word) || isTradeWord(text) ? 0 : 1));
  const isTelling = (word: number): boolean => telling[word] === 1;
  const weigh = (words: Int32Array): number => words.reduce((sum, word) => sum + (index.weights[word] ?? 0), 0);
  return {
    index,
    isTelling,
    isPlace: (word) => placeWords.has(word),
    wordsOfPlace,
    names: names.map(({ core, brand, region, branch }, at) => {
      const words = index.words[at] ?? new Int32Array(0);
      const isHan = HAN.test(core);
      const sound = isHan ? readAloud(core) : "";
      return {
        text: core,
        brand,
        place: region === null ? null : region.replace(/(?:00)+$/, ""),
        branch,
        isHan,
        sound,
        head: organisationWords(brand).slice(0, 2).join(""),
        words,
        total: weigh(words),
        telling: weigh(words.filter(isTelling)),
      };
    }),
  };
}
