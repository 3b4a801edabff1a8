import { pinyinSyllables } from "../../../platform/text/pinyin-syllables.ts";
import { LATIN_SUFFIXES, LATIN_TITLES, SURNAME_PARTICLES } from "./name-words.ts";
import { FREQUENT_SURNAMES, SINGLE_SURNAMES, COMPOUND_SURNAMES } from "./surnames.ts";

export interface LatinPersonName {
  surname: string;
  given: string;
  title: string | null;
}

/** Syllables of Hanyu Pinyin, up to three in one word, as given names are written. */
const PINYIN_WORD =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|ve|er|a|o|e|i|u|v)){1,3}$/;
const HYPHENATED = /[a-z]+-[a-z]+/g;
const LETTERS_ONLY = /[^\p{L}\p{M}]+/gu;

/**
 * Surname and given names of a name in Latin letters, folded to lower case without accents; `raw` is the same text with
 * its capitals. "Smith, John" and "SMITH John" put the surname first, and so does a name in pinyin that begins with a
 * Chinese surname (Zhang Xiaoming, and Xiaoming Zhang the other way round). Else the last word, with its particles, is it.
 */
export function latinPersonName(folded: string, raw: string): LatinPersonName | null {
  const halves = folded.split(",").map(wordsOf);
  const [first = [], second = []] = halves;
  const isSuffix = second.every((word) => LATIN_SUFFIXES.has(word));
  const all = withoutTitles(halves.flat());
  if (all.words.length === 0) return null;
  if (!isSuffix && first.length > 0) {
    const given = withoutTitles(second);
    return {
      surname: withoutTitles(first).words.join(" "),
      given: given.words.join(" "),
      title: given.title ?? all.title,
    };
  }
  const chinese = inPinyin(all.words);
  if (chinese !== null) return { ...chinese, title: all.title };
  const cut = surnameStart(all.words, raw);
  return cut.isFirst
    ? { surname: all.words.slice(0, cut.at).join(" "), given: all.words.slice(cut.at).join(" "), title: all.title }
    : { surname: all.words.slice(cut.at).join(" "), given: all.words.slice(0, cut.at).join(" "), title: all.title };
}

/** Words of letters. A hyphen inside pinyin joins (Xiao-Ming), any other parts (Smith-Jones). */
function wordsOf(text: string): string[] {
  const hyphenless = text.includes("-") ? text.replaceAll(HYPHENATED, joinedInPinyin) : text;
  return hyphenless
    .replace(LETTERS_ONLY, " ")
    .split(" ")
    .filter((word) => word !== "");
}

function joinedInPinyin(word: string): string {
  const joined = word.replace("-", "");
  return word.split("-").every((part) => PINYIN_WORD.test(part)) ? joined : word;
}

function withoutTitles(words: readonly string[]): { words: string[]; title: string | null } {
  let from = 0;
  let to = words.length;
  while (from < to - 1 && LATIN_TITLES.has(words[from] ?? "")) from++;
  while (to > from + 1 && LATIN_SUFFIXES.has(words[to - 1] ?? "")) to--;
  // "Mr." alone names nobody.
  if (to - from === 1 && LATIN_TITLES.has(words[from] ?? "")) return { words: [], title: words[from] ?? null };
  return { words: words.slice(from, to), title: from > 0 ? (words[0] ?? null) : null };
}

/** Where the surname of a western name begins, or ends when it stands first in capitals (SMITH John). */
function surnameStart(words: readonly string[], raw: string): { at: number; isFirst: boolean } {
  if (words.length === 1) return { at: 1, isFirst: false };
  const [capitals = "", next = ""] = raw.split(/[\s,]+/);
  if (/^\p{Lu}{2,}$/u.test(capitals) && /\p{Ll}/u.test(next)) return { at: 1, isFirst: true };
  const particle = words.findIndex(
    (word, index) => index > 0 && index < words.length - 1 && SURNAME_PARTICLES.has(word),
  );
  if (SURNAME_PARTICLES.has(words[0] ?? "")) return { at: 0, isFirst: false };
  return { at: particle < 0 ? words.length - 1 : particle, isFirst: false };
}

/** A Chinese name in pinyin; of two words that may both be surnames the frequent one, of two frequent ones the first. */
function inPinyin(words: readonly string[]): { surname: string; given: string } | null {
  if (words.length < 2 || words.length > 4 || !words.every((word) => PINYIN_WORD.test(word))) return null;
  const [head = "", tail = ""] = [words[0], words.at(-1)];
  const { known, frequent } = pinyinSurnames();
  const headWins = known.has(head) && (!known.has(tail) || frequent.has(head) || !frequent.has(tail));
  if (headWins) return { surname: head, given: words.slice(1).join("") };
  return known.has(tail) ? { surname: tail, given: words.slice(0, -1).join("") } : null;
}

let spelt: { known: ReadonlySet<string>; frequent: ReadonlySet<string> } | undefined;

function pinyinSurnames(): { known: ReadonlySet<string>; frequent: ReadonlySet<string> } {
  const spell = (surname: string): string =>
    pinyinSyllables(surname, "person")
      .map(({ syllable }) => syllable ?? "")
      .join("");
  spelt ??= {
    known: new Set(
      [...SINGLE_SURNAMES, ...COMPOUND_SURNAMES].flatMap((surname) => [
        spell(surname),
        spell(surname).replaceAll("v", "u"),
      ]),
    ),
    frequent: new Set(
      [...FREQUENT_SURNAMES].flatMap((surname) => [spell(surname), spell(surname).replaceAll("v", "u")]),
    ),
  };
  return spelt;
}
