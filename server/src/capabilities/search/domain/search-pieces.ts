import { foldText } from "../../../platform/text/clean-text.ts";

/** Scripts written without spaces, whose names are searched by two neighbouring characters. */
const UNSPACED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}";
const ONLY_HAN = /^[\u4e00-\u9fa5]+$/;
const UNSPACED_START = new RegExp(`^[${UNSPACED}]`, "u");
const LETTERS_AND_DIGITS = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{Letter}\\p{Number}\\p{Mark}])+`, "gu");

/** A run of characters of one kind. */
export interface Run {
  text: string;
  /** Chinese, Japanese or Korean; otherwise a word of letters and digits. */
  unspaced: boolean;
}

/** Cuts a text into runs of unspaced characters and words, folded, the words without accents; punctuation and spaces only separate. */
export function runsOf(text: string): Run[] {
  // Nearly every name of a person is one run.
  if (ONLY_HAN.test(text)) return [{ text, unspaced: true }];
  return (foldText(text).match(LETTERS_AND_DIGITS) ?? []).flatMap((run): Run[] => {
    if (UNSPACED_START.test(run)) return [{ text: run, unspaced: true }];
    const bare = run.normalize("NFD").replaceAll(/\p{Mark}/gu, "");
    return bare === "" ? [] : [{ text: bare, unspaced: false }];
  });
}

/** The neighbouring pairs of characters of a run; none for a single one. */
export function bigrams(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, index) => (characters[index] ?? "") + character);
}

/** All pieces of `length` characters, from every place. */
export function grams(text: string, length: number): string[] {
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, start) => text.slice(start, start + length));
}

/** Words are found by their beginnings of these lengths; a longer beginning by the longest of them, then rechecked. */
export const WORD_BEGINNINGS = [3, 4, 6, 8] as const;
/** A word of so few letters is found only whole. */
export const WHOLE_WORD = 2;
/** Initials (zsf) are found by any three in a row. */
export const INITIALS_GRAM = 3;
/** Phone numbers are found by any four digits in a row. */
export const DIGITS_GRAM = 4;
/** Beyond so many letters a beginning is not compared any more. */
export const LONGEST_BEGINNING = 24;
