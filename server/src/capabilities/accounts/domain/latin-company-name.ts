import { COUNTRIES, LATIN_FORMS, LATIN_SHORTENED, LATIN_TRADE_WORDS, LONGEST_LATIN_FORM } from "./company-words.ts";
import { latinRegion } from "./region-in-name.ts";

const LONGEST_PLACE = 3;
/** Bank of China, University of Shanghai: the place behind these words is the name. */
const BINDS_PLACE: ReadonlySet<string> = new Set(["of", "in", "for", "de", "du", "di", "and", "the"]);

/** Core, brand and place of a company's name in Latin letters (words of letters and digits, one space between), as `CompanyNameKeys` says them. */
export function latinCompanyName(
  name: string,
  placeInBrackets: string | null,
): { core: string; brand: string; region: string | null } {
  const stem = withoutForms(name.split(" ")).map((word) => LATIN_SHORTENED.get(word) ?? word);
  const bracketed = placeInBrackets === null ? undefined : place(placeInBrackets.split(" "));
  // What the brackets hold is a place, or belongs to the name: Acme (Holdings).
  if (placeInBrackets !== null && bracketed === undefined) {
    return latinCompanyName(withoutForms([...stem, ...placeInBrackets.split(" ")]).join(" "), null);
  }
  const ahead = leadingPlace(stem);
  const behind = ahead === undefined ? trailingPlace(stem) : undefined;
  const rest = ahead === undefined ? stem.slice(0, stem.length - (behind?.length ?? 0)) : stem.slice(ahead.length);
  const found = bracketed ?? ahead ?? behind;
  const brand = rest.join(" ");
  if (found === undefined) return { core: brand, brand, region: null };
  // The country is where everybody here is; it tells nobody apart.
  const ofPlace = found.word === "china" ? [] : [found.word];
  const core = [...ofPlace, ...(bracketed === undefined ? rest : stem)].join(" ");
  return { core, brand, region: found.region };
}

interface Place {
  word: string;
  length: number;
  region: string | null;
}

function leadingPlace(words: readonly string[]): Place | undefined {
  for (let length = Math.min(LONGEST_PLACE, words.length - 1); length > 0; length--) {
    const found = place(words.slice(0, length));
    if (found !== undefined && !COUNTRIES.has(found.word) && isBrand(words.slice(length))) return found;
  }
  return undefined;
}

function trailingPlace(words: readonly string[]): Place | undefined {
  for (let length = Math.min(LONGEST_PLACE, words.length - 1); length > 0; length--) {
    const rest = words.slice(0, -length);
    const found = place(words.slice(-length));
    if (found !== undefined && isBrand(rest) && !BINDS_PLACE.has(rest.at(-1) ?? "")) return found;
  }
  return undefined;
}

function place(words: readonly string[]): Place | undefined {
  const joined = words.join(" ");
  const length = words.length;
  const region = latinRegion(joined);
  if (region !== undefined) return { word: region.word, length, region: region.code };
  return COUNTRIES.has(joined)
    ? { word: joined.includes("china") ? "china" : joined, length, region: null }
    : undefined;
}

function withoutForms(words: readonly string[]): string[] {
  let stem = words.length > 1 && words[0] === "the" ? words.slice(1) : [...words];
  for (;;) {
    const length = formAtEnd(stem);
    if (length === 0) return stem;
    stem = stem.slice(0, -length);
  }
}

function formAtEnd(words: readonly string[]): number {
  for (let length = Math.min(LONGEST_LATIN_FORM, words.length - 1); length > 0; length--) {
    if (LATIN_FORMS.has(words.slice(-length).join(" "))) return length;
  }
  return 0;
}

function isBrand(words: readonly string[]): boolean {
  return words.some((word) => !LATIN_TRADE_WORDS.has(word));
}
