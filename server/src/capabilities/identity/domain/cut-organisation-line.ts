import { foldText } from "../../../platform/text/clean-text.ts";
import { isTradeWord, organisationWords } from "./organisation-words.ts";
import words from "./organisation-words.json" with { type: "json" };

/** What stands in a cell for an organisation: its names, the most telling first, and what is said of where it is. */
export interface OrganisationLine {
  readonly names: readonly string[];
  readonly places: readonly string[];
}

const HAN = /\p{Script=Han}/u;
const ENTITY = /&(?:#\d+|#x[0-9a-f]+|[a-z]+);/g;
const AMPERSAND = /&amp;/g;
const MAIL = /\{[^}]*\}\s*@?\s*\S+|\S+@\S+|\b(?:https?:\/\/|www\.)\S+|\be-?mail\s*:.*$/g;
const BETWEEN = /[,;|]|\s[-\u2010-\u2015]+\s|--+/;
/** A comma before a legal form separates nothing: "Acme Co., Ltd". */
const BEFORE_FORM =
  /\.?\s*[,，]\s*(?=(?:co|ltd|limited|inc|incorporated|llc|llp|plc|corp|corporation|gmbh|ag|sa|company)\b)/g;
/** AT & T and P&G are words. */
const LETTERS_AND = /\b(\p{Letter}{1,2}) ?& ?(\p{Letter}{1,2})\b/gu;
const SHORT_SEGMENT = /^(?:\p{Letter}{1,3}|[\p{Letter}\p{Number}\- ]*\p{Number}[\p{Letter}\p{Number}\- ]*)$/u;
/** A second organisation in one line: "…, Taipei and Institute of …". */
const AND_ANOTHER =
  / and (?=(?:the )?(?:department|dept|school|institute|faculty|computer science|university|college)\b)/;

const whole = new Set(words.whole);
const half = new Set(words.half);
const units = new Set(words.unit);
const streets = new Set(words.street);
const states = new Set(words.states);
const countries = readCountries();

/** An institute of technology is a university by another name. */
const INSTITUTE_OF_TECHNOLOGY = /\binst(?:itute|\.)? (?:of|for) (?:advanced )?(?:science (?:and|&) )?technology\b/;

type Standing = "whole" | "half" | "plain" | "unit" | "place";

/**
 * Cuts what people type into the cell of an organisation ("Dept. of Physics, Univ. of Athens, Athens, Greece; e-mail: …").
 * The segment with a word for a whole organisation is its name; without one, a part that may stand alone (a laboratory),
 * then the first segment that is no department and no place. What stands behind the name says where it is.
 */
export function cutOrganisationLine(line: string): OrganisationLine {
  if (HAN.test(line)) return { names: [line], places: [] };
  const text = foldText(line)
    .normalize("NFD")
    .replaceAll(/\p{Mark}/gu, "");
  const plain = text
    .replace(AMPERSAND, "&")
    .replaceAll("&commat;", "@")
    .replaceAll(/&[lr]cub;/g, "")
    .replace(ENTITY, " - ")
    .replace(MAIL, " ");
  const segments = plain
    .replaceAll(BEFORE_FORM, " ")
    .replaceAll(LETTERS_AND, "$1$2")
    .split(BETWEEN)
    .flatMap((segment) => segment.split(AND_ANOTHER))
    .map((segment) => segment.trim())
    .filter((segment) => /[\p{Letter}\p{Number}]/u.test(segment))
    .map((segment) => ({ segment, standing: standingOf(segment) }));
  const best = (["whole", "half", "plain", "unit", "place"] as const).find((wanted) =>
    segments.some(({ standing }) => standing === wanted),
  );
  if (best === undefined) return { names: [], places: [] };
  const first = segments.findIndex(({ standing }) => standing === best);
  const names = segments.filter(
    ({ segment, standing }, at) =>
      standing === best && (at === first || best === "whole" || (best === "half" && namesOne(segment))),
  );
  const places = segments.filter(({ standing }, at) => at > first && (standing === "plain" || standing === "place"));
  return {
    names: names.map(({ segment }) => segment),
    places: places.map(({ segment }) => segment).filter((place) => !/\p{Number}/u.test(place)),
  };
}

/** Does a part say which one it is (Bell Laboratories), and not only what (research center)? */
function namesOne(segment: string): boolean {
  return organisationWords(segment).some((word) => !isTradeWord(word));
}

function standingOf(segment: string): Standing {
  const list = segment.split(/[^\p{Letter}\p{Number}&]+/u).filter((word) => word !== "");
  const plain = list.filter((word) => !/\p{Number}/u.test(word)).join(" ");
  if (countries.has(plain) || states.has(plain) || /^\p{Number}/u.test(segment)) return "place";
  const isUnit = list.some((word) => units.has(word)) || segment.startsWith("college of");
  if (INSTITUTE_OF_TECHNOLOGY.test(segment)) return "whole";
  if (list.some((word) => whole.has(word)) && !streets.has(list.at(-1) ?? "")) return "whole";
  if (isUnit) return "unit";
  if (list.some((word) => streets.has(word)) && list.length > 1) return "place";
  if (list.some((word) => half.has(word))) return "half";
  return SHORT_SEGMENT.test(segment) && list.length > 1 ? "place" : "plain";
}

/** The names of countries in English, by their codes of two letters. */
function readCountries(): Set<string> {
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return new Set(codes.flatMap((code) => names.of(code)?.toLowerCase() ?? []));
}
