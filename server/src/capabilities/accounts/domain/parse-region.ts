import { foldText } from "../../../platform/text/clean-text.ts";
import divisions from "./divisions.json" with { type: "json" };

export interface ParsedRegion {
  /** The six-digit code of the smallest division that was named without doubt (GB/T 2260); null when there is none. */
  code: string | null;
  /** What stands behind the names, a street as a rule. */
  rest: string;
  /** `ambiguous`: several divisions of one level have that name (南山区 is in 深圳 and in 鹤岗). */
  problem: "unknown" | "ambiguous" | null;
}

/** Levels of the register that are no places: cities of municipalities, and the group of counties a province runs itself. */
const PLACELESS: ReadonlySet<string> = new Set(["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"]);
const BETWEEN = /[\s\-/\\·,、|>_]+/g;
const COUNTRY = /^(?:中国|中华人民共和国|china)/;
const CODE = /^\d{2}(?:\d{2}){0,2}$/;
const PEOPLES =
  "朝鲜|土家|布依|哈尼|景颇|傈僳|蒙古|哈萨克|柯尔克孜|维吾尔|拉祜|布朗|纳西|独龙|普米|撒拉|保安|东乡|裕固|锡伯|塔吉克|达斡尔|鄂伦春|鄂温克|仡佬|毛南|仫佬|苗|藏|羌|彝|侗|壮|傣|白|回|满|瑶|水|黎|畲|佤|怒|土|各";
const AUTONOMOUS = new RegExp(`(?:(?:${PEOPLES})族?)*自治(?:区|州|县|旗)$`);
const ENDINGS = [AUTONOMOUS, /自治[区州县旗]$/, /特别行政区$/, /新区$/, /地区$/, /林区$/, /[省市盟县区旗]$/];
const SHORTEST_NAME = 2;

const codesByName = new Map<string, string[]>();
let longestName = 0;
for (const [code, name] of Object.entries(divisions)) {
  if (PLACELESS.has(name)) continue;
  for (const spelling of new Set([name, ...shortNames(name)])) {
    const codes = codesByName.get(spelling);
    if (codes) codes.push(code);
    else codesByName.set(spelling, [code]);
    longestName = Math.max(longestName, spelling.length);
  }
}

/** The official name of a division, or null for a code that is not in the register. */
export function regionName(code: string): string | null {
  return (divisions as Record<string, string>)[code] ?? null;
}

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
  const prefix = above === null ? "" : significant(above);
  if (prefix.length === 6) return null;
  for (let length = Math.min(longestName, text.length); length >= SHORTEST_NAME; length--) {
    const below = (codesByName.get(text.slice(0, length)) ?? []).filter(
      (code) => code !== above && code.startsWith(prefix),
    );
    const highest = Math.min(...below.map((code) => significant(code).length));
    const [code, second] = below.filter((candidate) => significant(candidate).length === highest);
    if (code === undefined) continue;
    return second === undefined ? { code, length } : "ambiguous";
  }
  return null;
}

/** 北京市 市辖区 朝阳区, and 北京 北京 朝阳: what says nothing new is passed over. */
function withoutRepeats(text: string, found: string | null): string {
  if (found === null) return text;
  const name = regionName(found) ?? "";
  const repeats = [...PLACELESS].filter((word) => word.length > 1);
  if (["11", "12", "31", "50", "81", "82"].includes(significant(found))) repeats.push(name, ...shortNames(name));
  const repeat = repeats.toSorted((a, b) => b.length - a.length).find((word) => text.startsWith(word));
  return repeat === undefined ? text : text.slice(repeat.length);
}

/** 110000 → 11, 440300 → 4403, 440305 as it is. */
function significant(code: string): string {
  if (code.endsWith("0000")) return code.slice(0, 2);
  return code.endsWith("00") ? code.slice(0, 4) : code;
}

function shortNames(name: string): string[] {
  const short = ENDINGS.map((ending) => name.replace(ending, ""));
  // 延边州, 湘西州: how autonomous prefectures are called.
  if (name.endsWith("自治州")) short.push(`${name.replace(AUTONOMOUS, "")}州`);
  return short.filter((spelling) => spelling !== name && spelling.length >= SHORTEST_NAME);
}
