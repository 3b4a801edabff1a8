import { pinyinSyllables, type Reading } from "../../../platform/text/pinyin-syllables.ts";
import { searchKey, searchKeyWithin, type KeyKind } from "./search-key.ts";
import { DIGITS_GRAM, INITIALS_GRAM, LONGEST_BEGINNING, runsOf, WHOLE_WORD, WORD_BEGINNINGS } from "./search-pieces.ts";

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
const SYLLABLE = /^[a-z]+$/;
const MAINLAND_LANDLINE = /^\+86((?:10|2\d|[3-9]\d{2})\d{6,8})$/;

/**
 * The keys of a name: pairs of neighbouring characters, the first character, the beginnings of its pinyin and of its Latin
 * words from every character or word on (zhangsan, san), and its initials. About a dozen for a person, forty for a company.
 *
 * @param reading "person" reads a surname as one
 */
export function nameKeys(name: string, reading: Reading): SearchEntry {
  const runs = runsOf(firstCharacters(name));
  const keys = new Set<number>();
  // Spaces within a Chinese name are for looks: 林 晓 is found as 林晓.
  let unspaced = "";
  const units: Unit[] = [];
  for (const [index, run] of runs.entries()) {
    if (!run.unspaced) units.push({ text: run.text, typed: true });
    else {
      unspaced += run.text;
      addSyllables(run.text, index === 0 ? reading : "text", units);
    }
  }
  const pieces: string[] = [];
  if (unspaced !== "") {
    pieces.push(unspaced);
    addCharacters(unspaced, keys);
  }
  addBeginnings(units, keys, pieces);
  addInitials(units, keys, pieces);
  return { keys: [...keys], haystack: ` ${pieces.join(" ")} ` };
}

/**
 * The keys of phone numbers: any four digits in a row. They are kept apart from the names', because a viewer to whom
 * numbers are masked may not search parts of them (R-ACC-4).
 *
 * @param values phone identifiers as stored; a mainland landline is also found with the 0 in front
 */
export function phoneKeys(values: readonly string[]): SearchEntry {
  const keys = new Set<number>();
  let haystack = " ";
  for (const value of values) {
    const number = nationalNumber(value.split(";", 1)[0] ?? "");
    addGrams("digits", number, DIGITS_GRAM, keys);
    haystack += `${number} `;
  }
  return { keys: [...keys], haystack };
}

function firstCharacters(name: string): string {
  return name.length <= LONGEST_NAME ? name : Array.from(name).slice(0, LONGEST_NAME).join("");
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

function addSyllables(run: string, reading: Reading, units: Unit[]): void {
  for (const { syllable } of pinyinSyllables(run, reading)) {
    if (syllable !== null && SYLLABLE.test(syllable)) units.push({ text: syllable, typed: false });
  }
}

function addCharacters(unspaced: string, keys: Set<number>): void {
  let previous = "";
  for (const character of unspaced) {
    keys.add(previous === "" ? searchKey("head", character) : searchKey("han", previous + character));
    previous = character;
  }
}

function addGrams(kind: KeyKind, text: string, length: number, keys: Set<number>): void {
  for (let start = 0; start + length <= text.length; start++)
    keys.add(searchKeyWithin(kind, text, start, start + length));
}

/** zhangsanfeng, sanfeng, feng: what somebody may begin to type. */
function addBeginnings(units: readonly Unit[], keys: Set<number>, pieces: string[]): void {
  for (const [first, unit] of units.entries()) {
    if (first >= BEGINNINGS && !unit.typed) continue;
    let word = "";
    for (let next = first; next < units.length && word.length < LONGEST_BEGINNING; next++)
      word += units[next]?.text ?? "";
    word = word.slice(0, LONGEST_BEGINNING);
    pieces.push(word);
    if (word.length === WHOLE_WORD) keys.add(searchKey("word", word));
    for (const length of WORD_BEGINNINGS) {
      if (word.length >= length) keys.add(searchKeyWithin("word", word, 0, length));
    }
  }
}

/** zsf: any three initials in a row; of a name of two characters both. */
function addInitials(units: readonly Unit[], keys: Set<number>, pieces: string[]): void {
  let initials = "";
  for (const { text } of units) initials += String.fromCodePoint(text.codePointAt(0) ?? 0);
  if (initials.length === WHOLE_WORD) {
    pieces.push(initials);
    keys.add(searchKey("word", initials));
  }
  addGrams("initials", initials, INITIALS_GRAM, keys);
  for (let first = 0; first + INITIALS_GRAM <= initials.length; first++) {
    pieces.push(initials.slice(first, first + LONGEST_BEGINNING));
  }
}
