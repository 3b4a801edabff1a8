import { foldText } from "./clean-text.ts";
import { pinyinSyllables, type Reading } from "./pinyin-syllables.ts";

/** Characters that decide the order; a B-tree entry must stay below 2,704 bytes and a list needs no more. */
const DECIDING = 40;
/** Behind every letter and every Chinese character in `collate "C"`. */
const LAST = "\u{10ffff}";
// Emoji, titles in brackets and punctuation before a name say nothing about where it is sorted.
const BEFORE_NAME = /^[^\p{Letter}\p{Number}]+/u;

/**
 * The key by which names are listed, for a column `collate "C"`: character by character the pinyin, then the character,
 * so that 张三 stands beside 张四 and before 章一, and all of them between "zhan" and "zhao" of any script. The space
 * between is lower than every letter, which keeps fa before fan. Names without a letter or digit, and no name, come last.
 */
export function sortKey(name: string, reading: Reading): string {
  const folded = foldText(name);
  const short = [...folded.replace(BEFORE_NAME, "")].slice(0, DECIDING).join("");
  if (short === "") return LAST + [...folded].slice(0, DECIDING).join("");
  return pinyinSyllables(short, reading)
    .map(({ text, syllable }) => (syllable === null ? text.trim() : `${syllable} ${text}`))
    .join(" ");
}
