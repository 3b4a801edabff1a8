import type { MappedReferenceColumn, ReferenceTarget } from "@tongzhou/contract/enrichment";
import { cleanText } from "../../../platform/text/clean-text.ts";
import { keysOfCompany } from "./company-keys.ts";
import type { CompanyKey, NameKeys } from "./company-keys.ts";
import { parseSize } from "./parse-size.ts";
import type { KnownFacts } from "./provider-answer.ts";
import { readIndustry } from "./read-industry.ts";

/** How the house reads what companies are called and where they are; given by whoever reads a file. */
export interface CompanyReaders {
  nameKeys(name: string): NameKeys | null;
  /** Null for what cannot be a code. */
  creditCode(text: string): string | null;
  /** The code of an industry that is called so. */
  industry(name: string): string | null;
  region(parts: readonly string[]): string | null;
  addressRegion(address: string): string | null;
  isWebsite(text: string): boolean;
}

/** What a line of a reference file says. */
export interface ReferenceLine {
  readonly facts: KnownFacts;
  readonly otherNames: readonly string[];
  /** None: nobody can be found by it. */
  readonly keys: readonly CompanyKey[];
}

const LONGEST_NAME = 200;
const LONGEST_TEXT = 500;
/** What lists write for nothing. */
const NOTHING = /^(?:[-—–/\\*.]+|无|暂无|null|nil|none|n\/a|nan|0)$/i;

/** Reads one line by what its columns are. What cannot be read is left out: a wrong fact is worse than none. */
export function readReferenceRow(
  cells: readonly string[],
  columns: readonly MappedReferenceColumn[],
  readers: CompanyReaders,
): ReferenceLine {
  const all = (target: ReferenceTarget): string[] =>
    columns
      .filter((column) => column.target === target)
      .map(({ column }) => cleaned(cells[column] ?? ""))
      .filter((text) => text !== "");
  const one = (target: ReferenceTarget, longest: number): string | null => {
    const [text = ""] = all(target);
    return text === "" || text.length > longest ? null : text;
  };
  const name = one("name", LONGEST_NAME);
  const otherNames = [...all("shortName"), ...all("englishName")].filter((other) => other.length <= LONGEST_NAME);
  const code = one("creditCode", LONGEST_TEXT);
  const creditCode = code === null ? null : readers.creditCode(code);
  const address = one("address", LONGEST_TEXT);
  const website = one("website", LONGEST_TEXT);
  const region = readers.region(all("region")) ?? (address === null ? null : readers.addressRegion(address));
  const facts = known({
    name,
    creditCode,
    industryCode: ofText(one("industry", LONGEST_TEXT), (text) => readIndustry(text, readers.industry)),
    regionCode: region,
    sizeBand: ofText(one("size", LONGEST_TEXT), parseSize),
    website: website !== null && readers.isWebsite(website) ? website : null,
    address,
  });
  const keysOf = (names: readonly string[]): NameKeys[] => names.flatMap((each) => readers.nameKeys(each) ?? []);
  const keys = keysOfCompany(creditCode, keysOf(name === null ? [] : [name]), keysOf(otherNames));
  return { facts, otherNames, keys };
}

function cleaned(cell: string): string {
  const text = cleanText(cell);
  return NOTHING.test(text) ? "" : text;
}

const ofText = (text: string | null, read: (text: string) => string | null): string | null =>
  text === null ? null : read(text);

function known(facts: Readonly<Record<keyof KnownFacts, string | null>>): KnownFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)) as KnownFacts;
}
