import { foldText } from "../../../platform/text/clean-text.ts";
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
  type Run,
} from "./search-pieces.ts";

/** One way to find a record: all of `keys` must be among its keys, and its haystack must be like the pattern. */
export interface SearchCondition {
  /** Whose entry is looked at. `phone` only for viewers who may read numbers. */
  in: "name" | "phone";
  keys: number[];
  /** For `like`, with its wildcards escaped by a backslash. */
  like: string;
}

/** Any of its conditions finds the term. */
export type SearchTerm = SearchCondition[];

export interface SearchQuery {
  /** Any of the readings will do; of a reading every term must be found. */
  readings: SearchTerm[][];
  /** The beginning of a mail address, to be looked up among the identifiers by their order; null when it cannot be one. */
  mailPrefix: string | null;
  /** The digits, when the text is a number; a whole number is looked up as an identifier. */
  digits: string | null;
}

const LONGEST_QUERY = 100;
const MOST_TERMS = 6;
/** The rarest of many pairs decides; more keys only cost. */
const MOST_KEYS = 12;
const NUMBER = /^[+()\s\d.-]+$/;
const MAINLAND_PREFIX = /^(?:\+|00)?86(?=1\d{10}$)/;
const MAIL_PREFIX = /^[^\s@]{3,}(?:@[^\s@]*)?$/;
const SHORTEST_MAIL_PREFIX = 3;

/**
 * What a search text asks for; null when there is too little in it to search (one Latin letter, punctuation). Found are
 * two characters of a Chinese name anywhere and one at its start, three or more letters of a word, of a pinyin or of
 * initials from any character on (two letters only when that is all there is), and four or more digits of a number.
 * 林 晓 and zhang san are tried as written and joined.
 */
export function searchQuery(text: string): SearchQuery | null {
  const cut = [...text].slice(0, LONGEST_QUERY).join("");
  const folded = foldText(cut);
  const digits = NUMBER.test(folded)
    ? folded
        .replaceAll(/[^\d+]/g, "")
        .replace(MAINLAND_PREFIX, "")
        .replaceAll("+", "")
    : "";
  const apart = runsOf(cut);
  const joined = runsOf(digits.length >= DIGITS_GRAM ? digits : folded.replaceAll(/[\s·•]+/g, ""));
  const readings = [joined, apart]
    .filter(
      (runs, index) => index === 0 || runs.map((run) => run.text).join(" ") !== joined.map((run) => run.text).join(" "),
    )
    .map((runs) => runs.slice(0, MOST_TERMS).map(termOf))
    .filter((terms) => terms.length > 0 && terms.every((term) => term.length > 0));
  const mailPrefix = MAIL_PREFIX.test(folded) && folded.length >= SHORTEST_MAIL_PREFIX ? folded : null;
  if (readings.length === 0 && mailPrefix === null) return null;
  return { readings, mailPrefix, digits: digits.length >= DIGITS_GRAM ? digits : null };
}

function termOf(run: Run): SearchTerm {
  if (run.unspaced) return [unspacedCondition(run.text)];
  const conditions = wordConditions(run.text);
  if (/^\d+$/.test(run.text) && run.text.length >= DIGITS_GRAM) conditions.push(digitsCondition(run.text));
  return conditions;
}

function unspacedCondition(run: string): SearchCondition {
  const pairs = bigrams(run);
  if (pairs.length === 0) return { in: "name", keys: [searchKey("head", run)], like: ` ${escaped(run)}%` };
  return { in: "name", keys: keysOf("han", pairs), like: `%${escaped(run)}%` };
}

function wordConditions(word: string): SearchCondition[] {
  const beginning = word.slice(0, LONGEST_BEGINNING);
  if (beginning.length < WHOLE_WORD) return [];
  if (beginning.length === WHOLE_WORD) {
    return [{ in: "name", keys: [searchKey("word", beginning)], like: `% ${escaped(beginning)} %` }];
  }
  const like = `% ${escaped(beginning)}%`;
  const length = WORD_BEGINNINGS.findLast((known) => known <= beginning.length) ?? INITIALS_GRAM;
  return [
    { in: "name", keys: [searchKey("word", beginning.slice(0, length))], like },
    { in: "name", keys: keysOf("initials", grams(beginning, INITIALS_GRAM)), like },
  ];
}

function digitsCondition(digits: string): SearchCondition {
  return { in: "phone", keys: keysOf("digits", grams(digits, DIGITS_GRAM)), like: `%${digits}%` };
}

function keysOf(kind: "han" | "initials" | "digits", pieces: readonly string[]): number[] {
  return [...new Set(pieces.map((piece) => searchKey(kind, piece)))].slice(0, MOST_KEYS);
}

function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, "\\$&");
}
