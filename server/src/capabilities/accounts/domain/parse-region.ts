import { foldText } from "../../../platform/text/clean-text.ts";
import {
  codesNamed,
  isMunicipality,
  longestNameAt,
  PLACELESS,
  regionName,
  shortRegionNames,
  significantDigits,
} from "./region-register.ts";

export interface ParsedRegion {
  /** The six-digit code of the smallest division that was named without doubt (GB/T 2260); null when there is none. */
  code: string | null;
  /** What stands behind the names, a street as a rule. */
  rest: string;
  /** `ambiguous`: several divisions of one level have that name (南山区 is in 深圳 and in 鹤岗). */
  problem: "unknown" | "ambiguous" | null;
}

const BETWEEN = /[\s\-/\\·,、|>_]+/g;
const COUNTRY = /^(?:中国|中华人民共和国|china)/;
const CODE = /^\d{2}(?:\d{2}){0,2}$/;
const SHORTEST_NAME = 2;
/** 市辖区 and its like, which say nothing below a division; 县 alone begins too many names. */
const REPEATED_LEVELS = PLACELESS.filter((word) => word.length > 1);

/**
 * Finds the administrative division named by columns (province, city, district, in this order) or by the beginning of an
 * address: official names, their short forms (广东, 深圳, 内蒙古), or a code of two, four or six digits. At each step the
 * longest name below the division found so far counts, then the higher level: 吉林市 is the city and 吉林 the province.
 */
export function parseRegion(parts: readonly string[]): ParsedRegion {
  const text = foldText(parts.join("")).replace(BETWEEN, "").replace(COUNTRY, "");
  if (CODE.test(text)) {
    const code = text.padEnd(6, "0");
    return regionName(code) === null
      ? { code: null, rest: text, problem: "unknown" }
      : { code, rest: "", problem: null };
  }
  let found: string | null = null;
  let rest = text;
  for (;;) {
    rest = withoutRepeats(rest, found);
    const step = nextDivision(rest, found);
    if (step === null) return { code: found, rest, problem: found === null ? "unknown" : null };
    if (step === "ambiguous") return { code: found, rest, problem: "ambiguous" };
    found = step.code;
    rest = rest.slice(step.length);
  }
}

function nextDivision(text: string, above: string | null): { code: string; length: number } | "ambiguous" | null {
  const prefix = above === null ? "" : significantDigits(above);
  if (prefix.length === 6) return null;
  for (let length = longestNameAt(text); length >= SHORTEST_NAME; length--) {
    const named = codesNamed(text.slice(0, length));
    if (named.length === 0) continue;
    const below = named.filter((code) => code !== above && code.startsWith(prefix));
    const highest = Math.min(...below.map((code) => significantDigits(code).length));
    const [code, second] = below.filter((candidate) => significantDigits(candidate).length === highest);
    if (code === undefined) continue;
    return second === undefined ? { code, length } : "ambiguous";
  }
  return null;
}

/** 北京市 市辖区 朝阳区, and 北京 北京 朝阳: what says nothing new is passed over. */
function withoutRepeats(text: string, found: string | null): string {
  if (found === null) return text;
  const repeat = repeatsBelow(found).find((word) => text.startsWith(word));
  return repeat === undefined ? text : text.slice(repeat.length);
}

/** Words that may stand behind the name of a division and say nothing new, the longest first. */
function repeatsBelow(found: string): readonly string[] {
  if (!isMunicipality(found)) return REPEATED_LEVELS;
  const name = regionName(found) ?? "";
  return [...REPEATED_LEVELS, name, ...shortRegionNames(name)].toSorted((a, b) => b.length - a.length);
}
