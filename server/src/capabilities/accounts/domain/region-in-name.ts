import { pinyinSyllables } from "../../../platform/text/pinyin-syllables.ts";
import { TRADE_WORDS } from "./company-words.ts";
import {
  codesNamed,
  liesIn,
  LONGEST_REGION_NAME,
  longestNameAt,
  PLACELESS,
  regionName,
  shortRegionName,
  significantDigits,
} from "./region-register.ts";

/** A place at one end of a name: how many characters it takes, and the smallest division it names. */
export interface PlacedRegion {
  code: string;
  length: number;
}

const SHORTEST = 2;
const LONGEST_TRADE = 5;
const LONGEST_ALL_TRADE = 16;
/** 白云山 and 中山路 begin like 白云区 and 中山市 and are something else. */
const CONTINUES_NAME = /^[山江河湖海洋岛港湾路街桥门寺塔城镇村泉峡岭]/;

/**
 * The divisions a text begins with, from the largest to the smallest and each below the one before, so that 北京北京烤鸭店
 * gives 北京 once. Each element is one way to cut; the last one is the longest.
 */
export function leadingRegions(text: string): PlacedRegion[] {
  const found: PlacedRegion[] = [];
  let above: string | null = null;
  let length = 0;
  for (;;) {
    const step = firstRegion(text.slice(length, length + LONGEST_REGION_NAME + 1), above);
    if (step === null) return found;
    above = step.code;
    length += step.length;
    found.push({ code: above, length });
  }
}

function firstRegion(text: string, above: string | null): PlacedRegion | null {
  for (let length = longestNameAt(text); length >= SHORTEST; length--) {
    const spelling = text.slice(0, length);
    const [code, second] = codesIn(spelling, above);
    if (code === undefined || second !== undefined) continue;
    if (regionName(code) !== spelling && !isCalledShort(code, above, text.slice(length))) continue;
    return { code, length };
  }
  return null;
}

/** 天台 and 万年 are words before they are counties, so of those only cities and districts are called short, and behind their city. */
function isCalledShort(code: string, above: string | null, rest: string): boolean {
  if (significantDigits(code).length < 6) return above === null || !CONTINUES_NAME.test(rest);
  return above !== null && /[市区]$/.test(regionName(code) ?? "") && !CONTINUES_NAME.test(rest);
}

/** The divisions a text ends with (同舟科技上海浦东 → 上海浦东), the longest cut; null when it ends with none. */
export function trailingRegion(text: string): PlacedRegion | null {
  const longest = Math.min(text.length, 2 * LONGEST_REGION_NAME);
  for (let length = longest; length >= SHORTEST; length--) {
    const tail = text.slice(-length);
    const last = leadingRegions(tail).at(-1);
    if (last?.length === length) return last;
    if (length <= LONGEST_REGION_NAME && codesNamed(tail).length > 0)
      return { code: codesNamed(tail)[0] ?? "", length };
  }
  return null;
}

/** The division that the whole of a text names; null when it names none or something else besides. */
export function wholeRegion(text: string): string | null {
  const last = leadingRegions(text).at(-1);
  if (last?.length === text.length) return last.code;
  const [code, second] = codesNamed(text);
  return second === undefined ? (code ?? null) : null;
}

/** The one way a division is written in keys: 上海, 深圳, and counties behind their city (台州天台县), since their names repeat. No code gives nothing. */
export function canonicalRegion(code: string): string {
  if (code === "") return "";
  if (significantDigits(code).length < 6) return shortRegionName(code);
  const city = `${code.slice(0, 4)}00`;
  const above =
    regionName(city) !== null && shortRegionName(city) !== regionName(city) ? city : `${code.slice(0, 2)}0000`;
  return shortRegionName(above) + (regionName(code) ?? "");
}

/** Is there nothing in a text but trades (银行, 电子商务)? */
export function namesOnlyTrades(text: string): boolean {
  if (text.length < SHORTEST || text.length > LONGEST_ALL_TRADE) return text.length < SHORTEST;
  const reachable = [true];
  for (let end = 1; end <= text.length; end++) {
    reachable[end] = false;
    for (let start = Math.max(0, end - LONGEST_TRADE); start < end && !reachable[end]; start++) {
      reachable[end] = reachable[start] === true && TRADE_WORDS.has(text.slice(start, end));
    }
  }
  return reachable[text.length] === true;
}

function codesIn(spelling: string, above: string | null): string[] {
  const named = codesNamed(spelling);
  if (named.length === 0) return [];
  const below = named.filter((code) => code !== above && liesIn(code, above));
  if (below.length < 2) return below;
  const highest = Math.min(...below.map((code) => significantDigits(code).length));
  return below.filter((code) => significantDigits(code).length === highest);
}

/** Provinces whose English name is no pinyin. */
const ENGLISH_NAMES: Readonly<Record<string, string>> = {
  陕西: "shaanxi",
  内蒙古: "inner mongolia",
  西藏: "tibet",
  香港: "hong kong",
  澳门: "macao",
  台湾: "taiwan",
  哈尔滨: "harbin",
  呼和浩特: "hohhot",
  乌鲁木齐: "urumqi",
};
export interface LatinRegion {
  /** The one spelling of the name, for keys. */
  word: string;
  /** Null when two cities are written alike: suzhou is 苏州 and 宿州. */
  code: string | null;
}
let latinRegions: ReadonlyMap<string, LatinRegion> | undefined;

/** The province or city of this name in Latin letters (shenzhen, shen zhen, inner mongolia). */
export function latinRegion(words: string): LatinRegion | undefined {
  latinRegions ??= readLatinRegions();
  return latinRegions.get(words);
}

function readLatinRegions(): Map<string, LatinRegion> {
  const names = new Map<string, LatinRegion>();
  for (let number = 110000; number < 830000; number += 100) {
    const code = String(number);
    const name = regionName(code);
    const short = shortRegionName(code);
    if (name === null || short === code || PLACELESS.includes(name)) continue;
    const syllables = pinyinSyllables(short, "text").map(({ syllable }) => syllable ?? "");
    const word = ENGLISH_NAMES[short] ?? syllables.join("");
    for (const spelling of new Set([word, syllables.join(""), syllables.join(" ")])) {
      const known = names.get(spelling);
      names.set(spelling, known === undefined ? { word, code } : { word: known.word, code: null });
    }
  }
  return names;
}
