import { parsePhoneNumberFromString, type CountryCode, type NumberType } from "libphonenumber-js/max";
import { foldText } from "../../../platform/text/clean-text.ts";
import { cutExtension } from "./cut-extension.ts";
import { explainPhone, type PhoneProblem } from "./explain-phone.ts";

export type { PhoneProblem } from "./explain-phone.ts";

/**
 * What kind of line a number is. `mobile_or_landline` is what North America gives: its numbers do not tell.
 * `hotline` 400/800 and their like abroad, `short` 95588 or 10086, `unparsed` anything that is no complete number.
 */
export type PhoneKind = "mobile" | "landline" | "mobile_or_landline" | "hotline" | "short" | "other" | "unparsed";

export interface NormalisedPhone {
  kind: PhoneKind;
  /** The number as E.164, without the extension. Null for short numbers and what is unparsed. */
  e164: string | null;
  extension: string | null;
  /** What an identifier stores and compares: E.164, with `;ext=` (RFC 3966) when there is an extension; short numbers as they are dialled. */
  value: string | null;
  /** Does it point to one person? (R-ID, `identifier`): mobiles without an extension only. */
  strong: boolean;
  problem: PhoneProblem | null;
  raw: string;
}

const LONGEST_TEXT = 60;
const LONGEST_EXPLAINED = 200;
/** Words people put around a number: "手机：", "Tel.", "(微信同号)". */
const WORDS_AROUND =
  /^(?:手机号?码?|电话|座机|联系方式|固话|tel|mobile|phone|cell|mob|手機|電話)\s*[.:]?\s*|[([]?\s*(?:微信同号|同微信|微信|vx|wx|wechat)\s*[)\]]?$/g;
/** `="138…"` and a leading apostrophe keep spreadsheets from rounding a number; ".0" is what one leaves that did. */
/** Notes people write to a number; kept out of it unless they say that it is none (空号) or something else (QQ, 传真). */
const ASIDE =
  /[([【<][^\d()[\]【】<>]*[)\]】>]|^[\u3400-\u9fff]{1,6}\s*[:.]?\s*(?=[+\d(])|(?<=[\d)])\s*[\u3400-\u9fff]{1,6}$/g;
const NO_PHONE = /空号|停机|错号|错误|不对|无效|作废|换号|已换|停用|勿打|身份证|工号|编号|订单|传真|邮编|qq|fax|扣扣/;
const SPREADSHEET_GUARD = /^="?|^'|"$|\.0+$/g;
const SCIENTIFIC = /^\d(?:\.\d+)?e\+?\d{1,2}$/;
const PUNCTUATION = /[\s()[\]./\u00b7\u2010-\u2015\u2212\u30fb-]/g;
/** Mainland mobiles, with any of the prefixes people write (GB and CN numbering plan: 11 digits, 13 to 19). */
const MAINLAND_MOBILE = /^(?:(?:\+|00)?86)?0?(1[3-9]\d{9})$/;
const MAINLAND_HOTLINE = /^(?:(?:\+|00)?86)?([48]00\d{7})$/;
const SHORT_NUMBER = /^(?:95|96|10|12)\d{3,6}$/;
const LOCAL_NUMBER = /^[2-8]\d{6,7}$/;
/** Hong Kong, Macao and Taiwan written without the plus; other countries need it, since a mistyped mobile looks like one of them. */
const NEIGHBOUR = /^(?:852\d{8}|853\d{8}|8860?\d{8,9})$/;

/**
 * Reads one phone number as people in China write it. The library alone glues extensions to landlines and does not know
 * 95588, so extensions, mobiles, hotlines, short and local numbers are told apart first; the rest is the library's.
 * Never throws; a text that is no number comes back as `unparsed` with its problem.
 *
 * @param country where a number without a country code is dialled
 * @param areaCode where a mainland number of seven or eight digits is dialled (021), when that is known from elsewhere
 */
export function normalisePhone(
  raw: string,
  country: CountryCode = "CN",
  areaCode: string | null = null,
): NormalisedPhone {
  if (raw.length > LONGEST_TEXT) return unparsed(raw, explainPhone(foldText(raw.slice(0, LONGEST_EXPLAINED)), country));
  const plain = MAINLAND_MOBILE.exec(raw);
  if (plain && country === "CN") return numbered(raw, "mobile", `+86${plain[1]}`, null);
  const text = foldText(raw).replace(SPREADSHEET_GUARD, "").replace(WORDS_AROUND, "").trim();
  if (SCIENTIFIC.test(text)) return unparsed(raw, "digits_lost");
  const { main, extension } = cutExtension(text);
  const digits = main.replace(PUNCTUATION, "");
  if (!/^\+?\d{5,}$/.test(digits)) return readAmongWords(raw, text, country, areaCode);
  if (country === "CN") {
    const known = readMainland(raw, digits, extension, areaCode);
    if (known) return known;
  }
  return readAnywhere(raw, digits, extension, country);
}

/** 13800138000（张总）, 张总 13800138000: read again without the words beside the number. */
function readAmongWords(raw: string, text: string, country: CountryCode, areaCode: string | null): NormalisedPhone {
  const bare = NO_PHONE.test(text) ? text : text.replace(ASIDE, " ").trim();
  if (bare === text || bare === raw) return unparsed(raw, explainPhone(text, country));
  return { ...normalisePhone(bare, country, areaCode), raw };
}

function readMainland(
  raw: string,
  digits: string,
  extension: string | null,
  areaCode: string | null,
): NormalisedPhone | null {
  const mobile = MAINLAND_MOBILE.exec(digits);
  if (mobile) return numbered(raw, "mobile", `+86${mobile[1]}`, extension);
  const hotline = MAINLAND_HOTLINE.exec(digits);
  if (hotline) return numbered(raw, "hotline", `+86${hotline[1]}`, extension);
  if (SHORT_NUMBER.test(digits)) {
    return {
      kind: "short",
      e164: null,
      extension,
      value: withExtension(digits, extension),
      strong: false,
      problem: null,
      raw,
    };
  }
  if (!LOCAL_NUMBER.test(digits)) return null;
  if (areaCode !== null) return readAnywhere(raw, `0${areaCode.replace(/^0/, "")}${digits}`, extension, "CN");
  return { ...unparsed(raw, "area_code_missing"), extension };
}

function readAnywhere(raw: string, digits: string, extension: string | null, country: CountryCode): NormalisedPhone {
  const dialled = country === "CN" && NEIGHBOUR.test(digits) ? `+${digits}` : digits;
  const parsed = parsePhoneNumberFromString(dialled, { defaultCountry: country, extract: false });
  if (!parsed?.isValid()) return unparsed(raw, explainPhone(foldText(raw), country));
  return numbered(raw, kindOf(parsed.getType()), parsed.number, extension ?? parsed.ext ?? null);
}

function kindOf(type: NumberType): PhoneKind {
  switch (type) {
    case "MOBILE":
      return "mobile";
    case "FIXED_LINE":
      return "landline";
    case "FIXED_LINE_OR_MOBILE":
      return "mobile_or_landline";
    case "TOLL_FREE":
    case "SHARED_COST":
    case "PREMIUM_RATE":
    case "UAN":
      return "hotline";
    default:
      return "other";
  }
}

// A mobile with an extension is a relay number (delivery and used-goods platforms hand them out): the same number serves many people.
function numbered(raw: string, kind: PhoneKind, e164: string, extension: string | null): NormalisedPhone {
  const value = withExtension(e164, extension);
  return { kind, e164, extension, value, strong: kind === "mobile" && extension === null, problem: null, raw };
}

function withExtension(number: string, extension: string | null): string {
  return extension === null ? number : `${number};ext=${extension}`;
}

function unparsed(raw: string, problem: PhoneProblem): NormalisedPhone {
  return { kind: "unparsed", e164: null, extension: null, value: null, strong: false, problem, raw };
}
