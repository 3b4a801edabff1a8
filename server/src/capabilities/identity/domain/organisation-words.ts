import { foldText } from "../../../platform/text/clean-text.ts";
import vocabulary from "./organisation-words.json" with { type: "json" };
import trades from "./trade-words.json" with { type: "json" };

const SHORT: Readonly<Record<string, string>> = vocabulary.short;
const TRADES: Readonly<Record<string, string>> = trades;
/** What an exchange puts around the short name of a listed company: *ST before it, the class of share behind. */
const LISTING_MARKS = /^\*?s?\*?st(?=\p{Script=Han})|(?<=\p{Script=Han})[ab]$/gu;
/** Words that bind names and are left out or put in as people like. */
const BINDING = new Set("the of and for at in on a an de di da du del la le les et und der des y e".split(" "));
const KINDS = new Set([
  ...vocabulary.whole,
  ...vocabulary.half,
  ...vocabulary.kind,
  ...vocabulary.unit,
  ...Object.values(SHORT),
  ...vocabulary.states.flatMap((state) => state.split(" ")),
]);
const DOTTED_LETTERS = /\b(?:\p{Letter}\.){2,}/gu;
const LETTERS_AND = /\b(\p{Letter}) ?& ?(\p{Letter})\b/gu;
const WORD = /\p{Script=Han}|[^\p{Script=Han}\P{Letter}]+|\p{Number}+/gu;
export const HAN = /\p{Script=Han}/u;

/** The words of an organisation's name for comparing: Chinese characters one by one, Latin words in one spelling, none that only bind. */
export function organisationWords(name: string): string[] {
  const text = foldText(name)
    .normalize("NFD")
    .replaceAll(/\p{Mark}|['’]/gu, "")
    .replaceAll(LISTING_MARKS, "")
    .replaceAll(DOTTED_LETTERS, (letters) => `${letters.replaceAll(".", "")} `)
    .replaceAll(LETTERS_AND, "$1$2");
  const words = (text.match(WORD) ?? []).map((word) => SHORT[word] ?? word);
  const telling = words.filter((word) => !BINDING.has(word));
  return telling.length > 0 ? telling : words;
}

/** The letters of words that stand for a run of words: kaist for korea advanced institute science technology. */
export function initialsOf(words: readonly string[]): string {
  return words.map((word) => word[0] ?? "").join("");
}

/** Does a word say what kind of body or trade it is, and not which one? */
export function isTradeWord(word: string): boolean {
  return KINDS.has(word) || word in TRADES;
}

/** What a word of trade is in Chinese, in several ways; empty for other words. */
export function inChinese(word: string): readonly string[] {
  return TRADES[word]?.split(" ") ?? [];
}
