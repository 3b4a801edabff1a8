/** What stands behind the divisions of an address, for comparing. */
export interface StreetAddress {
  /** The whole, in one spelling of numbers, houses and floors. */
  text: string;
  /** 街道, 镇 or 乡; null when none is named. */
  town: string | null;
  street: string | null;
  /** The number in the street with 号 or 弄 (3333号, 1234弄56号), null when there is none. */
  number: string | null;
  /** House, unit, floor and room, and the names of buildings. */
  detail: string;
}

const HAN = /[\u3400-\u9fff]/;
const DIGITS = "〇一二三四五六七八九";
const NUMBERED = /([〇零一二两三四五六七八九十百]+)(?=(?:号|栋|幢|座|楼|层|单元|室|弄|组|期|排|门|米))/g;
const ROAD_IN_DIGITS = /(\d{1,2})(?=(?:路|街|大街|大道|道|巷|马路|纬路|经路))/g;
const IN_BRACKETS = /\([^()]*\)/g;
const SEPARATORS = /[\s,，、;；。·|_/\\]+/g;
const NUMBER_SIGN = /(?:no\.?|№|#)(\d+)号?/g;
const HASH_BEHIND = /(\d+)#楼?/g;
const HOUSE = /(\d+)(?:号楼|幢|座)/g;
const FLOOR = /(\d+)(?:f|楼)(?![a-z\d])/g;
const TOWN =
  /^(.{1,8}?(?:街道办事处|街道办|街道|镇|乡|苏木)|[^路街道]{0,12}?(?:开发区|高新区|示范区|试验区|保税区|工业区|(?:工业|科技|产业)园(?:区|(?!区))))(?![东西南北中]?[路街道]|[一二三四五六七八九]路|府|政府)/;
/** 天府大道中段, 广州大道北: a part of the street belongs to its name. */
const STREET =
  /^(.*?(?:大道|大街|公路|国道|省道|胡同|[路街道巷弄里])(?:[东西南北中](?=附?\d))?)(?=附?\d|$|[东西南北中一二三四五六七八九十]?段|与|\()/;
const NUMBER =
  /^(?:[东西南北中一二三四五六七八九十]?段)?((?:\d+弄)?附?\d+(?:[-至~－]\d+)?[甲乙丙丁]?(?:号|弄)(?!楼|线)(?:之\d+)?)/;

/** Cuts the part of an address behind its divisions (folded, simplified). Cutting `text` again changes nothing. */
export function streetAddress(folded: string): StreetAddress {
  const text = oneSpelling(folded);
  const plain = text.replace(IN_BRACKETS, "");
  const town = TOWN.exec(plain)?.[1] ?? null;
  const behindTown = town === null ? plain : plain.slice(town.length);
  const street = STREET.exec(behindTown)?.[1] ?? null;
  const behindStreet = street === null ? behindTown : behindTown.slice(street.length);
  const number = NUMBER.exec(behindStreet);
  const detail = number === null ? behindStreet : behindStreet.slice(number[0].length);
  return { text, town, street, number: number?.[1] ?? null, detail };
}

function oneSpelling(folded: string): string {
  if (!HAN.test(folded)) return folded;
  return folded
    .replace(SEPARATORS, "")
    .replace(NUMBERED, (word) => String(numberOf(word) ?? word))
    .replace(ROAD_IN_DIGITS, (digits) => chineseNumber(Number(digits)))
    .replace(HASH_BEHIND, "$1栋")
    .replace(NUMBER_SIGN, "$1号")
    .replace(HOUSE, "$1栋")
    .replace(FLOOR, "$1层")
    .replaceAll("街道办事处", "街道")
    .replaceAll("房间", "室");
}

/** 二十三 → 23, 一〇八 → 108; null for what is no number. */
function numberOf(word: string): number | null {
  const plain = word.replaceAll("零", "〇").replaceAll("两", "二");
  if (!/[十百]/.test(plain)) return Number([...plain].map((digit) => DIGITS.indexOf(digit)).join(""));
  const parts = /^(?:([一二三四五六七八九])?百)?〇?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(
    plain,
  );
  if (parts === null) return null;
  const [, hundreds, tens, ten, ones] = parts;
  const digit = (text: string | undefined): number => (text === undefined ? 0 : DIGITS.indexOf(text));
  const ofHundreds = plain.includes("百") ? digit(hundreds ?? "一") * 100 : 0;
  return ofHundreds + (ten === undefined ? 0 : digit(tens ?? "一") * 10) + digit(ones);
}

/** 2 → 二, 12 → 十二: roads are named in words. */
function chineseNumber(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10 === 0 ? "" : (DIGITS[number % 10] ?? "");
  return tens === 0 ? (DIGITS[number] ?? "") : `${tens === 1 ? "" : (DIGITS[tens] ?? "")}十${ones}`;
}
