import { MATCHED_BY } from "@tongzhou/contract/enrichment";
import type { MatchedBy } from "@tongzhou/contract/enrichment";

/** A line of a reference file that has a key of the company that is asked about. */
export interface FoundLine {
  readonly line: number;
  readonly kind: MatchedBy;
  /** The registered name: lines with the same are one company. */
  readonly name: string | null;
  readonly creditCode: string | null;
  readonly regionCode: string | null;
}

export type ChosenLine =
  | { readonly outcome: "found"; readonly line: number; readonly matchedBy: MatchedBy }
  | { readonly outcome: "ambiguous"; readonly matchedBy: MatchedBy; readonly candidates: readonly string[] }
  | { readonly outcome: "none" };

/** Two digits of a division code are its province. */
const PROVINCE_DIGITS = 2;
/** Whom it could have meant: more than a person reads are not named. */
const NAMED = 5;

/**
 * Which line speaks of the company: by the surest key that any line has. Lines with another credit code are others; by the
 * brand alone also those in another province. Several different companies by one key are no answer.
 */
export function chooseLine(
  asked: { readonly creditCode: string | null; readonly regionCode: string | null },
  found: readonly FoundLine[],
): ChosenLine {
  const possible = found.filter((line) => !isAnother(asked, line));
  for (const matchedBy of MATCHED_BY) {
    const lines = possible.filter(({ kind }) => kind === matchedBy).toSorted((a, b) => a.line - b.line);
    const [first] = lines;
    if (!first) continue;
    // Each with each: a line without a code may have the name of two companies that have one.
    if (lines.every((line) => lines.every((other) => isSame(line, other)))) {
      return { outcome: "found", line: first.line, matchedBy };
    }
    const candidates = [...new Set(lines.map(({ name, creditCode }) => name ?? creditCode ?? ""))];
    return { outcome: "ambiguous", matchedBy, candidates: candidates.slice(0, NAMED) };
  }
  return { outcome: "none" };
}

function isAnother(asked: Parameters<typeof chooseLine>[0], { kind, creditCode, regionCode }: FoundLine): boolean {
  if (kind === "creditCode") return false;
  if (asked.creditCode !== null && creditCode !== null && asked.creditCode !== creditCode) return true;
  if (kind !== "brand" || asked.regionCode === null || regionCode === null) return false;
  return asked.regionCode.slice(0, PROVINCE_DIGITS) !== regionCode.slice(0, PROVINCE_DIGITS);
}

/** One company may stand in several lines, with two stocks or two addresses. */
function isSame(a: FoundLine, b: FoundLine): boolean {
  if (a.line === b.line) return true;
  if (a.creditCode !== null && b.creditCode !== null) return a.creditCode === b.creditCode;
  return a.name !== null && a.name === b.name;
}
