import divisions from "./divisions.json" with { type: "json" };

/** Levels of the register that are no places: cities of municipalities, and the group of counties a province runs itself. */
export const PLACELESS: readonly string[] = ["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"];
const PEOPLES =
  "朝鲜|土家|布依|哈尼|景颇|傈僳|蒙古|哈萨克|柯尔克孜|维吾尔|拉祜|布朗|纳西|独龙|普米|撒拉|保安|东乡|裕固|锡伯|塔吉克|达斡尔|鄂伦春|鄂温克|仡佬|毛南|仫佬|苗|藏|羌|彝|侗|壮|傣|白|回|满|瑶|水|黎|畲|佤|怒|土|各";
const AUTONOMOUS = new RegExp(`(?:(?:${PEOPLES})族?)*自治(?:区|州|县|旗)$`);
const ENDINGS = [AUTONOMOUS, /自治[区州县旗]$/, /特别行政区$/, /新区$/, /地区$/, /林区$/, /[省市盟县区旗]$/];
const SHORTEST_NAME = 2;
const MUNICIPAL: ReadonlySet<string> = new Set(["11", "12", "31", "50", "81", "82"]);

const NONE: readonly string[] = [];
const codesBySpelling = new Map<string, string[]>();
const shortByCode = new Map<string, string>();
const longestByStart = new Map<string, number>();
for (const [code, name] of Object.entries(divisions)) {
  if (PLACELESS.includes(name)) continue;
  const short = shortRegionNames(name);
  shortByCode.set(code, short.toSorted((a, b) => a.length - b.length)[0] ?? name);
  for (const spelling of new Set([name, ...short])) {
    const codes = codesBySpelling.get(spelling);
    if (codes) codes.push(code);
    else codesBySpelling.set(spelling, [code]);
    const start = spelling.slice(0, SHORTEST_NAME);
    longestByStart.set(start, Math.max(longestByStart.get(start) ?? 0, spelling.length));
  }
}

/** Characters of the longest name of a division. */
export const LONGEST_REGION_NAME = Math.max(...longestByStart.values());

/** The official name of a division, or null for a code that is not in the register. */
export function regionName(code: string): string | null {
  return (divisions as Record<string, string>)[code] ?? null;
}

/** What people call a division: 广东 for 广东省, 延边 for 延边朝鲜族自治州, 吴县 for itself. The code itself when it is not in the register. */
export function shortRegionName(code: string): string {
  return shortByCode.get(code) ?? regionName(code) ?? code;
}

/** Characters of the longest name that a text can begin with, going by its first two; 0 when no division begins so. */
export function longestNameAt(text: string): number {
  return Math.min(longestByStart.get(text.slice(0, SHORTEST_NAME)) ?? 0, text.length);
}

/** Every division of this name, official or short, by its code. */
export function codesNamed(spelling: string): readonly string[] {
  return codesBySpelling.get(spelling) ?? NONE;
}

/** The digits of a code that say something: 110000 → 11, 440300 → 4403, 440305 as it is. */
export function significantDigits(code: string): string {
  if (code.endsWith("0000")) return code.slice(0, 2);
  return code.endsWith("00") ? code.slice(0, 4) : code;
}

/** A city that is its own province (北京, 香港): its name is often written twice. */
export function isMunicipality(code: string): boolean {
  return MUNICIPAL.has(significantDigits(code));
}

/** The names people use for a division with this official name, without the word for its kind. */
export function shortRegionNames(name: string): string[] {
  const short = ENDINGS.map((ending) => name.replace(ending, ""));
  // 延边州, 湘西州: how autonomous prefectures are called.
  if (name.endsWith("自治州")) short.push(`${name.replace(AUTONOMOUS, "")}州`);
  return short.filter((spelling) => spelling !== name && spelling.length >= SHORTEST_NAME);
}

/** Does the division `code` lie in `above` (or is it the same)? Null is the whole country. */
export function liesIn(code: string, above: string | null): boolean {
  return above === null || code.startsWith(significantDigits(above));
}
