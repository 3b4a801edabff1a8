import { ORGANISATION_LEVELS } from "./organisation-levels.ts";
import type { Agreement } from "./organisation-levels.ts";
import { inChinese, isTradeWord } from "./organisation-words.ts";
import type { OrganisationWords } from "./prepare-organisations.ts";
import type { WordIndex } from "./create-word-index.ts";

const ALL = 0.95;
const MOST = 0.75;
const HALF = 0.4;
const SHORTEST_SOUND = 3;

/** A name in letters beside one in Chinese: a word is accounted for when it is their sound or what their trade is called. */
export function compareAcrossScripts(latin: OrganisationWords, han: OrganisationWords, index: WordIndex): Agreement {
  const words: number[] = [];
  let weight = 0;
  let isNamed = false;
  for (const word of latin.words) {
    const text = index.texts[word] ?? "";
    const isHeard = text.length >= SHORTEST_SOUND && han.sound.includes(text);
    if (!isHeard && !inChinese(text).some((chinese) => han.text.includes(chinese))) continue;
    words.push(word);
    if (isHeard && !isTradeWord(text)) isNamed = true;
    weight += index.weights[word] ?? 0;
  }
  const share = weight / latin.total;
  const { respelled, within, akin, different } = ORGANISATION_LEVELS;
  if (share >= ALL && isNamed) return { level: respelled, words };
  if (share >= MOST && isNamed) return { level: within, words };
  return { level: share >= HALF ? akin : different, words };
}
