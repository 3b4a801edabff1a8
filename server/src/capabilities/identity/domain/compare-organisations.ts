import { compareAcrossScripts } from "./compare-across-scripts.ts";
import { sharedCharacters } from "./shared-characters.ts";
import { sharedWords } from "./shared-words.ts";
import { ORGANISATION_LEVELS, type Agreement } from "./organisation-levels.ts";
import { prepareOrganisations, type OrganisationWords, type PreparedOrganisations } from "./prepare-organisations.ts";
import type { WordIndex } from "./create-word-index.ts";

export interface OrganisationComparer {
  readonly index: WordIndex;
  /** @param placesA, placesB the words of where each is, as `wordsOfPlace` numbers them. */
  compare(a: number, b: number, placesA: readonly number[], placesB: readonly number[]): Agreement;
  wordsOfPlace(place: string): readonly number[];
}

/** Shares of the weight of a name's words. */
const ALL = 0.95;
const HALF = 0.5;
/** Two letters found in another name are chance as often as not. */
const SHORTEST_BRAND = 3;
const NOTHING: Agreement = { level: ORGANISATION_LEVELS.different, words: [] };

/**
 * @param values organisations as `writeOrganisation` writes them.
 * @param places where organisations are said to be: words of these tell organisations of one place not apart.
 * @param readAloud the letters for Chinese characters.
 */
export function compareOrganisations(
  values: readonly string[],
  places: readonly string[],
  readAloud: (text: string) => string,
): OrganisationComparer {
  const prepared = prepareOrganisations(values, places, readAloud);
  const { names, index, wordsOfPlace } = prepared;
  return {
    index,
    wordsOfPlace,
    compare: (first, second, placesA, placesB) => {
      const [a, b] = [names[first], names[second]];
      if (!a || !b || a.total === 0 || b.total === 0) return NOTHING;
      const found =
        a.isHan !== b.isHan
          ? compareAcrossScripts(a.isHan ? b : a, a.isHan ? a : b, index)
          : a.isHan
            ? compareChinese(a, b, index)
            : compareLatin(a, b, prepared, placesA, placesB);
      // A branch is a part of its parent and not its double; two branches are two.
      const isPart = a.branch !== b.branch && found.level < ORGANISATION_LEVELS.akin;
      return isPart ? { ...found, level: ORGANISATION_LEVELS.akin } : found;
    },
  };
}

function compareChinese(a: OrganisationWords, b: OrganisationWords, index: WordIndex): Agreement {
  const { respelled, within, akin, different } = ORGANISATION_LEVELS;
  const shared = sharedCharacters(a.words, b.words, index);
  const [shareA, shareB] = [shared.weight / a.total, shared.weight / b.total];
  const least = Math.min(shareA, shareB);
  const isCut = Math.max(shareA, shareB) >= ALL;
  if (a.brand !== b.brand && least < HALF && !isCut) return NOTHING;
  const words = shared.words();
  if (areElsewhere(a.place, b.place)) return { level: least >= HALF ? akin : different, words };
  if (a.brand === b.brand || least >= ALL) return { level: respelled, words };
  // Cut short, a name keeps the beginning of its brand; the same characters scattered over another name are chance.
  return { level: isCut && a.head === b.head ? within : akin, words };
}

function compareLatin(
  a: OrganisationWords,
  b: OrganisationWords,
  { index, isTelling, isPlace }: PreparedOrganisations,
  placesA: readonly number[],
  placesB: readonly number[],
): Agreement {
  const { shared, coveredA, coveredB } = sharedWords(a.words, b.words, index, placesA, placesB);
  const { respelled, within, akin, different } = ORGANISATION_LEVELS;
  const weigh = (words: readonly number[]): number => words.reduce((sum, word) => sum + (index.weights[word] ?? 0), 0);
  if (Math.min(weigh(coveredA) / a.total, weigh(coveredB) / b.total) >= ALL) return { level: respelled, words: shared };
  const isSilent = (words: Int32Array, covered: readonly number[]): boolean =>
    words.every((word) => covered.includes(word) || isPlace(word));
  // One says where it is and the other does not: University of Maryland (at College Park).
  const saysMore = isSilent(a.words, coveredA) && isSilent(b.words, coveredB);
  const isOneCovered = coveredA.length === a.words.length || coveredB.length === b.words.length;
  if (saysMore && isOneCovered) return { level: within, words: shared };
  const telling = shared.filter(isTelling);
  if (telling.length === 0 || areElsewhere(a.place, b.place)) return { level: different, words: telling };
  const shareA = weigh(coveredA.filter(isTelling)) / a.telling;
  const shareB = weigh(coveredB.filter(isTelling)) / b.telling;
  const letters = telling.reduce((sum, word) => sum + (index.texts[word]?.length ?? 0), 0);
  if (Math.max(shareA, shareB) >= ALL && letters >= SHORTEST_BRAND) return { level: within, words: telling };
  return { level: Math.min(shareA, shareB) >= HALF ? akin : different, words: telling };
}

/** Two divisions of which neither lies in the other. */
function areElsewhere(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && !a.startsWith(b) && !b.startsWith(a);
}
