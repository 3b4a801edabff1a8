import { validatePhoneNumberLength, type CountryCode } from "libphonenumber-js/max";

/**
 * Why a text is no number we can dial: a local number without its area code, digits lost to a spreadsheet, digits hidden
 * behind stars, several numbers, too few or too many digits, a prefix nobody has, or no number at all.
 */
export type PhoneProblem =
  "area_code_missing" | "digits_lost" | "masked" | "several" | "too_short" | "too_long" | "not_in_use" | "impossible";

const MASKED = /\d[\s-]*[*•]{2,}|\dx{3,}|[*•]{2,}[\s-]*\d/;
const LONG_RUN = /\d(?:[\s()-]?\d){6,}/g;
const FEWEST_OF_TWO = 2;
const WORDS = /[^\d+\s().\-/转#]/;
const FEWEST_DIGITS = 3;
const MOBILE_LENGTH = 11;
/** With its 0, an area code of three or four digits and a number of seven or eight. */
const LANDLINE_SHORTEST = 10;
const LANDLINE_LONGEST = 12;

/** Says what is wrong with a text (folded) that was read as no number. */
export function explainPhone(text: string, country: CountryCode): PhoneProblem {
  if (MASKED.test(text)) return "masked";
  if ((text.match(LONG_RUN)?.length ?? 0) >= FEWEST_OF_TWO) return "several";
  const digits = text.replaceAll(/\D/g, "");
  if (digits.length < FEWEST_DIGITS || WORDS.test(text)) return "impossible";
  if (country === "CN" && !/^\s*(?:\+|00)(?!86)/.test(text))
    return explainMainland(digits.replace(/^(?:00)?86(?=\d{5})/, ""));
  switch (validatePhoneNumberLength(text, country)) {
    case "TOO_SHORT":
      return "too_short";
    case "TOO_LONG":
      return "too_long";
    case undefined:
      return "not_in_use";
    default:
      return "impossible";
  }
}

function explainMainland(digits: string): PhoneProblem {
  if (/^1[3-9]/.test(digits)) return byLength(digits, MOBILE_LENGTH, MOBILE_LENGTH);
  if (digits.startsWith("0")) return byLength(digits, LANDLINE_SHORTEST, LANDLINE_LONGEST);
  if (/^[48]00/.test(digits)) return byLength(digits, LANDLINE_SHORTEST, LANDLINE_SHORTEST);
  return byLength(digits, FEWEST_DIGITS + FEWEST_DIGITS + 1, MOBILE_LENGTH);
}

function byLength(digits: string, shortest: number, longest: number): PhoneProblem {
  if (digits.length < shortest) return "too_short";
  return digits.length > longest ? "too_long" : "not_in_use";
}
