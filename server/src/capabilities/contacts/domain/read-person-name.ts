import { cleanText, foldText } from "../../../platform/text/clean-text.ts";
import { foldAccents } from "../../../platform/text/fold-accents.ts";
import { simplifyHan } from "../../../platform/text/simplify-han.ts";
import { latinPersonName } from "./latin-person-name.ts";
import {
  DIMINUTIVE,
  NOBODY,
  NUMBERED_USER,
  POST_WORDS,
  RELATIVE_AT_END,
  SHORT_TITLE_AT_END,
  TITLE_AT_END,
} from "./name-words.ts";
import { FREQUENT_SURNAMES, leadingSurname } from "./surnames.ts";

/**
 * How much of a name a text holds: `full`; `surname` alone (张总, 张某, 张**); `given` alone (Alice); `whole`, a name that
 * cannot be cut (迪丽热巴, 马克·吐温); `relative`, somebody else's mother or father (乐乐妈妈); `none` (未具名, 先生, 用户123).
 */
export type PersonNameKind = "full" | "surname" | "given" | "whole" | "relative" | "none";

/** A person's name for comparing: simplified, half width, lower case, without accents and forms of address. */
export interface PersonName {
  kind: PersonNameKind;
  /** Empty when it is not known. */
  surname: string;
  given: string;
  /** Equal for spellings of one name, in whatever order Latin words stand. Null for what many people are called: a surname alone, no name. */
  key: string | null;
  /** What stood with the name and is none of it: 总, 老师, dr; of a relative, which one. */
  title: string | null;
  /** A Latin name beside a Chinese one (陈浩 Eric). */
  alias: string | null;
}

const HAN = /[\u3400-\u9fff]/;
const ONLY_HAN = /^[\u3400-\u9fff]+$/;
const MIDDLE_DOTS = /[·•‧・∙⋅·᛫.]+/g;
const BRACKETS = /[([{【〔<《].*?(?:[)\]}】〕>》]|$)/g;
/** 陈浩 13800138000, 陈浩-采购, 陈浩/财务: behind a number or a stroke stands no name. */
const BEHIND_NAME = /[\d+@/\\|_,;:、，；：—–-].*$/;
const BEFORE_NAME = /^[^\u3400-\u9fff]+/;
const MASKED = /^([\u3400-\u9fff]{1,2}?)[*＊x×某○〇_]{1,3}[\u3400-\u9fff]?$/;
const SURNAME_ONLY_LENGTH = 2;
const LONGEST_GIVEN = 3;
/** Longer than any name in registers; what is longer is a note. */
const LONGEST_READ = 200;

const nothing = { surname: "", given: "", key: null, title: null, alias: null };

/** Reads a name as people, forms and messengers write it. Never throws. */
export function readPersonName(raw: string): PersonName {
  const text = raw.slice(0, LONGEST_READ);
  const folded = foldAccents(simplifyHan(foldText(text)));
  if (NOBODY.has(folded) || NUMBERED_USER.test(folded)) return { kind: "none", ...nothing };
  return HAN.test(folded) ? readHanName(folded) : readLatinName(folded, cleanText(text));
}

function readLatinName(folded: string, text: string): PersonName {
  const inside = folded.replace(BRACKETS, " ").replaceAll(/['’‘`´]/g, "");
  const parts = latinPersonName(inside.replace(/\d.*$/, ""), text);
  if (parts === null) return { kind: "none", ...nothing };
  const { surname, given, title } = parts;
  const words = `${given} ${surname}`.trim().split(" ").toSorted();
  if (surname !== "" && given !== "") return { kind: "full", surname, given, key: words.join(" "), title, alias: null };
  const alone = surname + given;
  return title === null && surname === ""
    ? { kind: "given", surname: "", given: alone, key: alone, title, alias: null }
    : { kind: "surname", surname: alone, given: "", key: null, title, alias: null };
}

function readHanName(folded: string): PersonName {
  const masked = MASKED.exec(folded.replaceAll(" ", ""));
  if (masked) return surnameOnly(masked[1] ?? "", null, null);
  const inside = folded.replace(BRACKETS, " ").trim();
  const latin = inside.replaceAll(/[^a-z\s]/g, " ").trim();
  const hanPart = (latin === "" ? inside : inside.replaceAll(/[a-z]+/g, " "))
    .replace(BEFORE_NAME, "")
    .replace(BEHIND_NAME, "")
    .trim();
  const name = hanPart.includes(" ") ? joined(hanPart) : hanPart;
  const alias = latin === "" ? null : latin.replaceAll(/\s+/g, " ");
  if (!HAN.test(name)) return { kind: "none", ...nothing };
  if (NOBODY.has(name)) return { kind: "none", ...nothing, alias };
  return withoutTitle(name, alias);
}

/** 陈 浩 and 王 小明 are typed with a space to fill the column; before a title the space stays (王小明 老师). */
function joined(text: string): string {
  return text.replaceAll(/\s+/g, "");
}

function withoutTitle(name: string, alias: string | null): PersonName {
  const relative = RELATIVE_AT_END.exec(name);
  if (relative !== null && relative.index > 0) {
    return { kind: "relative", ...nothing, title: relative[0].replace("的", ""), alias };
  }
  const title = titleOf(name);
  if (title === "") return plain(name, null, alias);
  const called = name.slice(0, -title.length);
  if (called === "" || POST_WORDS.has(called)) return { kind: "none", ...nothing, title: name, alias };
  return plain(called, title, alias);
}

function titleOf(name: string): string {
  const long = TITLE_AT_END.exec(name)?.[0] ?? "";
  // 李卫总 is called so; 高总 is too; a name of two characters that ends in a title of two is all title (经理).
  if (long !== "") return long;
  const short = SHORT_TITLE_AT_END.exec(name)?.[0] ?? "";
  return short !== "" && isSurname(name.slice(0, -1)) ? short : "";
}

function plain(name: string, title: string | null, alias: string | null): PersonName {
  if (isSurname(name)) return surnameOnly(name, title, alias);
  if (name.length === SURNAME_ONLY_LENGTH && DIMINUTIVE.test(name) && FREQUENT_SURNAMES.has(name.slice(1))) {
    return surnameOnly(name.slice(1), title ?? name.slice(0, 1), alias);
  }
  const whole = name.replace(MIDDLE_DOTS, "");
  const surname = leadingSurname(whole);
  const isCut = surname !== null && whole === name && ONLY_HAN.test(name) && isLengthOfName(name, surname);
  if (!isCut) return { kind: "whole", surname: "", given: "", key: whole === "" ? null : whole, title, alias };
  return { kind: "full", surname, given: name.slice(surname.length), key: name, title, alias };
}

/** Two or three characters, or one more behind a frequent surname (陈方安生); 迪丽热巴 begins with no surname, although there is one 迪. */
function isLengthOfName(name: string, surname: string): boolean {
  const given = name.length - surname.length;
  return given < LONGEST_GIVEN || (given === LONGEST_GIVEN && FREQUENT_SURNAMES.has(surname));
}

/** 张 with Eric beside it is 张 Eric; 张 alone is one of a hundred million. */
function surnameOnly(surname: string, title: string | null, alias: string | null): PersonName {
  if (alias !== null && title === null)
    return { kind: "full", surname, given: alias, key: `${alias} ${surname}`, title, alias };
  return { kind: "surname", surname, given: "", key: null, title, alias };
}

function isSurname(text: string): boolean {
  return text !== "" && leadingSurname(text) === text;
}
