import { memoiseByValue } from "../../platform/text/memoise-by-value.ts";
import { pinyinSyllables } from "../../platform/text/pinyin-syllables.ts";

const MOST_REMEMBERED = 100_000;
const HAN = /\p{Script=Han}/u;

const spell = memoiseByValue(
  (text: string) =>
    pinyinSyllables(text, "text")
      .map(({ text: written, syllable }) => syllable ?? written)
      .join(""),
  MOST_REMEMBERED,
);

/** The letters in which Chinese characters are typed, without tones; other text stays as it is. */
export function readAloud(text: string): string {
  return HAN.test(text) ? spell(text) : text;
}
