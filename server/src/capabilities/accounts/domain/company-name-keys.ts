import { foldText } from "../../../platform/text/clean-text.ts";
import { foldAccents } from "../../../platform/text/fold-accents.ts";
import { simplifyHan } from "../../../platform/text/simplify-han.ts";
import { companyKey } from "./company-key.ts";
import { latinCompanyName } from "./latin-company-name.ts";
import { BRACKET_ASIDE, BRANCH_AT_END, HAN_FORM_AT_END, HAN_FORM_IN_FRONT } from "./company-words.ts";
import { canonicalRegion, leadingRegions, namesOnlyTrades, wholeRegion } from "./region-in-name.ts";
import { splitBranch } from "./split-branch.ts";

/**
 * A company's name for comparing, strictest key first. Keys propose and warn; a record is joined by `companyKey` alone
 * (R-ID-2). A branch has the core and brand of its parent: equal cores with different branches are parent and child.
 */
export interface CompanyNameKeys {
  /** Letters and digits of the whole name, simplified, branch and legal form included: equal means the same name. */
  exact: string;
  /**
   * Without legal form, branch and asides in brackets, with the place (the first words, or in brackets) in front in one
   * spelling: 上海市同舟信息科技有限公司 and 同舟信息科技（上海）股份有限公司 are 上海同舟信息科技, and 北京同舟信息科技 is another.
   */
  core: string;
  /** The core without its place, unless only a trade would be left (重庆银行 stays). Different companies may share it. */
  brand: string;
  /** The division code of the place the name speaks of, the company's and not the branch's. */
  region: string | null;
  /** The branch in one spelling (上海分行), null for the company itself. */
  branch: string | null;
}

const HAN = /[\u3400-\u9fff\uac00-\ud7af\u3040-\u30ff]/;
const ODD_BRACKETS = /[【〔《〈「『{[]/g;
const ODD_CLOSING = /[】〕》〉」』}\]]/g;
const BRACKET = /\(([^()]*)\)/g;
const APOSTROPHES = /['’‘`´]/g;
/** S.p.A., G.m.b.H., U.S.: letters that stand alone belong together. */
const DOTTED_LETTERS = /(?<=(?:^|[^\p{L}\p{N}])\p{L}|\.\p{L})\.(?=\p{L}(?:[^\p{L}\p{N}]|$))/gu;
const NO_LETTERS = /[^\p{L}\p{N}\p{M}]+/gu;
const SPACE_BESIDE_HAN = /(?<=[\u3400-\u9fff]) | (?=[\u3400-\u9fff])/g;
const COUNTRY_IN_FRONT = /^(?:中华人民共和国|中国)/;
const COUNTRY =
  /^(?:中华人民共和国|中国|中国区|中国大陆|中国总部|大中华区|全国|china|prc|p\.?r\.? ?china|greater china)$/;
const LATIN_FORM_BEHIND_HAN = / ?(?:co ltd|coltd|company limited|limited|ltd|inc|llc|corp|corporation|gmbh|co)$/;
/** How an exchange marks a short name: *ST沈机, 深康佳A. */
const STOCK_MARKS = /^(?:st|xd|xr|dr)(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]{2})[ab]$/g;
const LONGEST_STOCK_NAME = 6;
const SHORTEST = 2;
/** Registers hold no longer names; what is longer is a note, and its beginning is compared. */
const LONGEST_COMPARED = 300;

/** The keys under which a company's name is compared; null when the text names no company (无, 个人, n/a). Never throws. */
export function companyNameKeys(name: string): CompanyNameKeys | null {
  if (companyKey(name) === null) return null;
  const folded = foldAccents(simplifyHan(foldText(name.slice(0, LONGEST_COMPARED)))).replace(APOSTROPHES, "");
  const exact = lettersOf(folded);
  if (exact === "") return null;
  const opened = openBrackets(folded);
  const text = lettersOf(opened.text);
  const { parent, branch } = splitBranch(text === "" ? exact : text);
  const parts = HAN.test(parent)
    ? hanParts(withoutForms(withoutStockMarks(parent)), opened.region)
    : latinCompanyName(parent, opened.latinPlace);
  return { exact, ...parts, branch: branch ?? opened.branch };
}

interface Opened {
  text: string;
  region: string | null;
  latinPlace: string | null;
  branch: string | null;
}

/** Takes the brackets out: places, branches and asides each to their own, other text back into the name. */
function openBrackets(folded: string): Opened {
  const opened: Opened = { text: folded, region: null, latinPlace: null, branch: null };
  const text = folded.replace(ODD_BRACKETS, "(").replace(ODD_CLOSING, ")");
  if (!text.includes("(")) return opened;
  opened.text = text.replace(BRACKET, (_, inside: string) => {
    const words = lettersOf(inside);
    if (words === "" || BRACKET_ASIDE.test(words) || COUNTRY.test(inside.trim())) return " ";
    if (BRANCH_AT_END.test(words) || words.endsWith("店")) {
      opened.branch ??= words;
      return " ";
    }
    const region = wholeRegion(words.replace(/(?:总部|地区|区域)$/, ""));
    if (region !== null) {
      opened.region ??= region;
      return " ";
    }
    if (!HAN.test(words)) {
      opened.latinPlace ??= words;
      return HAN.test(text) ? words : " ";
    }
    return ` ${words} `;
  });
  return opened;
}

/** Letters and digits, one space between Latin words and none beside Chinese characters. */
function lettersOf(text: string): string {
  const dotless = text.includes(".") ? text.replace(DOTTED_LETTERS, "") : text;
  const words = dotless.replaceAll("&", " and ").replace(NO_LETTERS, " ").trim();
  return words.includes(" ") ? words.replace(SPACE_BESIDE_HAN, "") : words;
}

function withoutStockMarks(name: string): string {
  return name.length > LONGEST_STOCK_NAME ? name : name.replace(STOCK_MARKS, "");
}

/** Peels legal forms from the end as long as two characters stay. */
function withoutForms(name: string): string {
  const headless = name.replace(HAN_FORM_IN_FRONT, "");
  let stem = headless.length < SHORTEST ? name : headless;
  for (;;) {
    const form = HAN_FORM_AT_END.exec(stem) ?? LATIN_FORM_BEHIND_HAN.exec(stem);
    if (form === null || form.index < SHORTEST) return stem;
    stem = stem.slice(0, form.index).trim();
  }
}

function hanParts(stem: string, bracketRegion: string | null): { core: string; brand: string; region: string | null } {
  const abroad = stem.replace(COUNTRY_IN_FRONT, "");
  const regions = abroad === stem ? leadingRegions(stem) : [];
  const cut = regions.findLast(({ length }) => isBrand(stem.slice(length))) ?? regions.at(-1);
  const named = cut === undefined ? abroad : stem.slice(cut.length);
  const core =
    canonicalRegion(bracketRegion ?? cut?.code ?? "") + (bracketRegion === null ? stem.slice(cut?.length) : stem);
  return {
    core,
    brand: isBrand(named) ? named : bracketRegion === null ? core : stem,
    region: bracketRegion ?? regions.at(-1)?.code ?? null,
  };
}

function isBrand(text: string): boolean {
  return text.length >= SHORTEST && !namesOnlyTrades(text);
}
