/** GB 32100-2015: digits and letters without I, O, S, V, Z; a character's value is its place. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/** W_i = 3^(i-1) mod 31 for the first seventeen places. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const MODULUS = 31;
/** Authority, kind of body, six digits of the division, nine characters of the organisation code, check character. */
const FORMAT = /^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/;

/** `ok`; `check_mismatch`: warn and keep, since codes with a wrong check character were really issued; `format_error`: it cannot be a code. */
export type CreditCodeLevel = "ok" | "check_mismatch" | "format_error";

export interface CreditCode {
  /** Half width, upper case, without spaces; also when the level is not ok. */
  code: string;
  level: CreditCodeLevel;
  /** The code with O read as 0 and I as 1, when that gives a better level. To be offered, never taken by itself. */
  suggestion: string | null;
}

/** Checks a 统一社会信用代码. Never throws. */
export function creditCode(raw: string): CreditCode {
  const code = raw
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\u200b-\u200f\u2060\ufeff-]/g, "");
  const level = levelOf(code);
  if (level === "ok") return { code, level, suggestion: null };
  const reread = code.replaceAll("O", "0").replaceAll("I", "1");
  const better = reread !== code && levelOf(reread) !== "format_error";
  return { code, level, suggestion: better ? reread : null };
}

function levelOf(code: string): CreditCodeLevel {
  if (!FORMAT.test(code)) return "format_error";
  return code[17] === checkCharacter(code) ? "ok" : "check_mismatch";
}

/** C18 = (31 − Σ C_i·W_i mod 31) mod 31 (GB 32100-2015, 4.6), as a character. Expects seventeen characters of the alphabet or more. */
export function checkCharacter(code: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + ALPHABET.indexOf(code.charAt(place)) * weight, 0);
  return ALPHABET.charAt((MODULUS - (sum % MODULUS)) % MODULUS);
}
