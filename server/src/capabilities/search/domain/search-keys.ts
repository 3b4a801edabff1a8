import { pinyinSyllables, type Reading } from "../../../platform/text/pinyin-syllables.ts";
import { searchKey } from "./search-key.ts";
import {
  bigrams,
  DIGITS_GRAM,
  grams,
  INITIALS_GRAM,
  LONGEST_BEGINNING,
  runsOf,
  WHOLE_WORD,
  WORD_BEGINNINGS,
} from "./search-pieces.ts";

/** What is stored beside a record to find it: `keys int4[]` under GIN narrows down, `haystack text` decides. */
export interface SearchEntry {
  keys: number[];
  /** Pieces between single spaces, with one before the first and one behind the last. */
  haystack: string;
}

/** Of a longer name the rest is not searched. */
const LONGEST_NAME = 60;
/** Characters at which the pinyin of a name may begin to be typed; a company's legal form is behind them. Latin words are found wherever they stand. */
const BEGINNINGS = 8;
const MAINLAND_LANDLINE = /^\+86((?:10|2\d|[3-9]\d{2})\d{6,8})$/;

/**
 * The keys of a name: pairs of neighbouring characters, the first character, the beginnings of its pinyin and of its Latin
 * words from every character or word on (zhangsan, san), and its initials. About a dozen for a person, forty for a company.
 *
 * @param reading "person" reads a surname as one
 */
export function nameKeys(name: string, reading: Reading): SearchEntry {
  const runs = runsOf([...name].slice(0, LONGEST_NAME).join(""));
  const keys = new Set<number>();
  const pieces: string[] = [];
  // Spaces within a Chinese name are for looks: 林 晓 is found as 林晓.
  const unspaced = runs.map((run) => (run.unspaced ? run.text : "")).join("");
  if (unspaced !== "") {
    pieces.push(unspaced);
    keys.add(searchKey("head", [...unspaced][0] ?? ""));
    for (const pair of bigrams(unspaced)) keys.add(searchKey("han", pair));
  }
  const units = runs.flatMap((run, index): Unit[] =>
    run.unspaced ? syllablesOf(run.text, index === 0 ? reading : "text") : [{ text: run.text, typed: true }],
  );
  addBeginnings(units, keys, pieces);
  addInitials(units.map((unit) => [...unit.text][0] ?? "").join(""), keys, pieces);
  return { keys: [...keys], haystack: ` ${pieces.join(" ")} ` };
}

/**
 * The keys of phone numbers: any four digits in a row. They are kept apart from the names', because a viewer to whom
 * numbers are masked may not search parts of them (R-ACC-4).
 *
 * @param values phone identifiers as stored; a mainland landline is also found with the 0 in front
 */
export function phoneKeys(values: readonly string[]): SearchEntry {
  const numbers = values.map((value) => nationalNumber(value.split(";", 1)[0] ?? ""));
  const keys = numbers.flatMap((number) => grams(number, DIGITS_GRAM)).map((gram) => searchKey("digits", gram));
  return { keys: [...new Set(keys)], haystack: ` ${numbers.join(" ")} ` };
}

function nationalNumber(value: string): string {
  const landline = MAINLAND_LANDLINE.exec(value);
  if (landline) return `0${landline[1]}`;
  return value.replace(/^\+86/, "").replaceAll(/\D/g, "");
}

/** What is typed in one go: a syllable of pinyin, or a word that stands in the name itself. */
interface Unit {
  text: string;
  typed: boolean;
}

function syllablesOf(run: string, reading: Reading): Unit[] {
  return pinyinSyllables(run, reading).flatMap(({ syllable }) =>
    syllable !== null && /^[a-z]+$/.test(syllable) ? [{ text: syllable, typed: false }] : [],
  );
}

/** zhangsanfeng, sanfeng, feng: what somebody may begin to type. */
function addBeginnings(units: readonly Unit[], keys: Set<number>, pieces: string[]): void {
  for (const [first, unit] of units.entries()) {
    if (first >= BEGINNINGS && !unit.typed) continue;
    const rest = units.slice(first, first + LONGEST_BEGINNING).map(({ text }) => text);
    const word = rest.join("").slice(0, LONGEST_BEGINNING);
    pieces.push(word);
    if (word.length === WHOLE_WORD) keys.add(searchKey("word", word));
    for (const length of WORD_BEGINNINGS) {
      if (word.length >= length) keys.add(searchKey("word", word.slice(0, length)));
    }
  }
}

/** zsf: any three initials in a row; of a name of two characters both. */
function addInitials(initials: string, keys: Set<number>, pieces: string[]): void {
  if (initials.length === WHOLE_WORD) {
    pieces.push(initials);
    keys.add(searchKey("word", initials));
  }
  for (const gram of grams(initials, INITIALS_GRAM)) keys.add(searchKey("initials", gram));
  for (let first = 0; first + INITIALS_GRAM <= initials.length; first++) {
    pieces.push(initials.slice(first, first + LONGEST_BEGINNING));
  }
}
