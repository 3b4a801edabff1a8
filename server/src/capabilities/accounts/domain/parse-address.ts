import { foldText } from "../../../platform/text/clean-text.ts";
import { simplifyHan } from "../../../platform/text/simplify-han.ts";
import { LONGEST_OLD_NAME, oldDivisions } from "./old-divisions.ts";
import {
  codesNamed,
  liesIn,
  longestNameAt,
  PLACELESS,
  regionName,
  shortRegionName,
  significantDigits,
} from "./region-register.ts";
import { streetAddress, type StreetAddress } from "./street-address.ts";

export interface ParsedAddress extends Omit<StreetAddress, "text"> {
  /** The smallest division that is sure (GB/T 2260): named, or known from outside; null when there is none. */
  code: string | null;
  /** `ambiguous`: several divisions of one level have that name (朝阳区 is in 北京 and in 长春). */
  problem: "unknown" | "ambiguous" | null;
  /** Official names and the rest in one spelling; parsing it again gives the same. */
  normal: string;
  /** Division, street and number: equal for one house however it is written. Null without street or number. */
  key: string | null;
}

/** Longer texts are notes. */
const LONGEST_ADDRESS = 300;
const SHORTEST_NAME = 2;
const NONE: readonly string[] = [];
const LABEL =
  /^(?:(?:公司|单位|家庭|联系|收货|收件|通讯|通信|邮寄|办公|注册|详细|现|居住|经营)?(?:地址|住址|住所)|addr(?:ess)?)\s*[:.]?\s*/;
const POSTCODE = /^(?:(?:邮编|邮政编码)\s*:?\s*)?\(?\d{6}\)?(?=[^\d])\s*|(?:邮编|邮政编码)\s*:?\s*\d{6}/;
const CHARTERED = /^中国\(([^()]+)\)/;
/** 自由贸易试验区郑州片区: the zone says what it is and is no level of the register. */
const FREE_TRADE = /^(?:自由贸易试验区|自贸试验区|自贸区|片区)/;
const COUNTRY = /^(?:中华人民共和国|中国)/;
const BETWEEN = /^[\s\-,，、·|>_/\\]+/;
/** 北京路, 南京东路: a street that is called after a city; 门头沟 and 东城 behind 北京 are districts and looked up first. */
const STREET_NAMED_ALIKE =
  /^[东南西北中]{0,2}(?:[一二三四五六七八九十]{0,2}(?:路|街|大街|大道)|巷|弄|胡同|门[内外大]|桥|里|湾)/;
/** 白云机场, 朝阳门外: places named like a district and not saying that they are in it. */
const PLACE_NAMED_ALIKE =
  /^(?:[山江河湖海岛港湾寺塔村镇乡泉]|[东南西北中]?(?:[路街桥门里]|大道|大街)|机场|广场|口岸|大学|胡同|花园|大厦|新村|公园|车站)/;
/** 增城市 is 增城区 today, 思茅地区 a city; not the 市 of 市场. */
const FORMER_KIND = /^(?:地区|[县市区州])(?![场民政中])/;
/** County-level cities whose short name is a word; without their 市 they need their province. */
const WORDS_AND_CITIES: ReadonlySet<string> = new Set(
  "东方 江山 永安 安达 大安 龙泉 福泉 文山 东兴 兴平 永康 高平 东台 海城 新民 新乐 河间 普宁 乐平 同江".split(" "),
);

/**
 * Divisions, street and house of an address as people type it, with levels left out, short and former names and a postcode
 * in front. A name that several divisions share counts only with its city or province, from the text or from `within`.
 *
 * @param within the division that is known from elsewhere (a column, the area code of a phone): used to choose, and when the text names none
 */
export function parseAddress(raw: string, within: string | null = null): ParsedAddress {
  const { code, problem, rest } = findDivision(raw, within);
  const { text, ...street } = streetAddress(rest);
  const isHouse = code !== null && street.street !== null && street.number !== null;
  const key = isHouse ? [code, street.street, street.number].join(" ") : null;
  return { code, problem, normal: officialPath(code) + text, key, ...street };
}

/** Only the division of an address, for imports: half the time of `parseAddress`. */
export function addressRegion(raw: string, within: string | null = null): string | null {
  return findDivision(raw, within).code;
}

function findDivision(raw: string, within: string | null): Pick<ParsedAddress, "code" | "problem"> & { rest: string } {
  const folded = simplifyHan(foldText(raw.slice(0, LONGEST_ADDRESS)));
  const unlabelled = folded.replace(LABEL, "").replace(POSTCODE, "").replace(LABEL, "");
  const text = unlabelled.replace(CHARTERED, "$1").replace(COUNTRY, "");
  let found: string | null = null;
  let rest = text.replace(BETWEEN, "");
  for (;;) {
    for (let shorter = withoutRepeats(rest, found); shorter !== rest; shorter = withoutRepeats(rest, found))
      rest = shorter;
    const step = nextDivision(rest, found, within, text);
    if (step === "ambiguous") return { code: found, problem: "ambiguous", rest };
    if (step === null) break;
    found = step.code;
    rest = rest.slice(step.length).replace(BETWEEN, "");
  }
  const code = found ?? within;
  return { code, problem: code === null ? "unknown" : null, rest };
}

interface Step {
  code: string;
  length: number;
}

function nextDivision(
  text: string,
  above: string | null,
  within: string | null,
  whole: string,
): Step | "ambiguous" | null {
  if (above !== null && significantDigits(above).length === 6) return null;
  for (let length = longestName(text); length >= SHORTEST_NAME; length--) {
    const spelling = text.slice(0, length);
    const candidates = divisionsCalled(spelling, above);
    if (candidates.length === 0) continue;
    const chosen = choose(candidates, within, whole);
    if (chosen === null) {
      // A short name that fits several is more often no division at all: 和平里, 新华书店.
      if (candidates.every((code) => regionName(code) !== spelling)) continue;
      return "ambiguous";
    }
    const rest = text.slice(length);
    if (regionName(chosen) === spelling || oldDivisions(spelling).length > 0) return { code: chosen, length };
    const kind = FORMER_KIND.exec(rest)?.[0].length ?? 0;
    if (kind > 0 && !beginsBelow(rest, chosen)) return { code: chosen, length: length + kind };
    if (isNamedAlike(spelling, rest, chosen, above ?? within)) continue;
    return { code: chosen, length };
  }
  return null;
}

function longestName(text: string): number {
  return Math.max(longestNameAt(text), Math.min(LONGEST_OLD_NAME, text.length));
}

/** The divisions below `above` of this name, present or former, of the highest level among them. */
function divisionsCalled(spelling: string, above: string | null): readonly string[] {
  const named = codesNamed(spelling);
  if (named.length === 0 && oldDivisions(spelling).length === 0) return NONE;
  const present = named.filter((code) => code !== above && liesIn(code, above));
  if (present.length === 0) {
    return oldDivisions(spelling)
      .filter(
        ({ code, below }) => liesIn(code, above) || (above !== null && below.startsWith(significantDigits(above))),
      )
      .map(({ code }) => code);
  }
  if (present.length === 1) return present;
  const highest = Math.min(...present.map((code) => significantDigits(code).length));
  return present.filter((code) => significantDigits(code).length === highest);
}

/** One of several: the only one in the division known from elsewhere, or whose city or province the text names too. */
function choose(candidates: readonly string[], within: string | null, whole: string): string | null {
  const [first, second] = candidates;
  if (first === undefined || second === undefined) return first ?? null;
  const known = within === null ? [] : candidates.filter((code) => liesIn(code, within));
  if (known.length === 1) return known[0] ?? null;
  const among = known.length > 1 ? known : candidates;
  const named = among.filter((code) =>
    [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`].some(
      (parent) => parent !== code && regionName(parent) !== null && whole.includes(shortRegionName(parent)),
    ),
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** Is a short name the beginning of something else (朝阳门外大街, 南京东路)? */
function isNamedAlike(spelling: string, rest: string, code: string, above: string | null): boolean {
  if (beginsBelow(rest, code)) return false;
  if (significantDigits(code).length < 6) return STREET_NAMED_ALIKE.test(rest);
  if (above === null && (!(regionName(code) ?? "").endsWith("市") || WORDS_AND_CITIES.has(spelling))) return true;
  return PLACE_NAMED_ALIKE.test(rest) || STREET_NAMED_ALIKE.test(rest);
}

/** Does the text begin with the official name of a division below this one? */
function beginsBelow(text: string, above: string): boolean {
  for (let length = longestNameAt(text); length >= SHORTEST_NAME; length--) {
    const spelling = text.slice(0, length);
    if (codesNamed(spelling).some((code) => code !== above && liesIn(code, above) && regionName(code) === spelling))
      return true;
  }
  return false;
}

/** 北京市 市辖区 朝阳区, and 北京北京市朝阳区: what says nothing new is passed over. */
function withoutRepeats(text: string, found: string | null): string {
  if (found === null) return text;
  const level = PLACELESS.find((word) => word.length > 1 && text.startsWith(word));
  if (level !== undefined) return text.slice(level.length).replace(BETWEEN, "");
  // 莱芜市莱城区: both are 莱芜区 today.
  const former = /^.{1,4}?[区县市]/.exec(text)?.[0] ?? "";
  if (oldDivisions(former).some(({ code }) => code === found)) return text.slice(former.length).replace(BETWEEN, "");
  const name = regionName(found) ?? "";
  if (name.length > SHORTEST_NAME && text.startsWith(name)) return text.slice(name.length).replace(BETWEEN, "");
  if (FREE_TRADE.test(text)) return text.replace(FREE_TRADE, "").replace(BETWEEN, "");
  const short = shortRegionName(found);
  const behind = text.startsWith(short) ? text.slice(short.length) : "";
  return behind !== "" && (FREE_TRADE.test(behind) || beginsBelow(behind, found)) ? behind : text;
}

/** 440305 → 广东省深圳市南山区. */
function officialPath(code: string | null): string {
  if (code === null) return "";
  const path = new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]);
  const names = Array.from(path, (part) => regionName(part) ?? "").filter((name) => !PLACELESS.includes(name));
  // 岳阳市屈原管理区 says its city itself.
  return names.filter((name, level) => !(names[level + 1] ?? "").startsWith(name) || name === "").join("");
}
