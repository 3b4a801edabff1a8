import { CODE_LEVELS, compareCodes, compareDays, compareMails } from "./compare-codes.ts";
import { bestLevel } from "./best-level.ts";
import type { Facet } from "./facet.ts";
import { createGramSets } from "./gram-sets.ts";
import { nameFacets } from "./name-facets.ts";
import { organisationFacet } from "./organisation-facet.ts";
import type { Column, FieldKind, RecordTable } from "./record-table.ts";
import { jaroWinkler } from "./text-distance.ts";

/** Cuts of the weighted Dice of two addresses: written alike, but for typing, mostly, in part; below is another address. */
const ADDRESS_CUTS = [0.95, 0.7, 0.4, 0.2];
const PLACE_LEVELS = 3;
const PLACE_NEAR = 0.88;
/** A code of GB/T 2260. */
const DIVISION = /^\d{6}$/;

/** The facets that the columns of a table allow. @param readAloud the letters for Chinese characters. */
export function createFacets({ columns }: RecordTable, readAloud: (text: string) => string): Facet[] {
  const { given, surname, birth, organisation, phone, mail, id, address, postcode, city, region } = columns;
  return [
    ...nameFacets(given, surname, readAloud),
    ...facet("birth", birth, CODE_LEVELS, compareDays),
    // Where a person lives says nothing of where an employer is.
    ...(organisation ? [organisationFacet(organisation, given || surname ? undefined : city, readAloud)] : []),
    ...facet("phone", phone, CODE_LEVELS, compareCodes),
    ...facet("mail", mail, CODE_LEVELS, compareMails),
    ...facet("id", id, CODE_LEVELS, compareCodes),
    ...addressFacet(address),
    ...facet("postcode", postcode, CODE_LEVELS, compareCodes),
    ...facet("city", city, PLACE_LEVELS, comparePlaces),
    ...facet("region", region, PLACE_LEVELS, comparePlaces),
  ];
}

/** Places by their names, or by the codes of divisions, of which one may lie in the other. */
function comparePlaces(a: string, b: string): number {
  if (a === b) return 1;
  if (DIVISION.test(a) && DIVISION.test(b)) return isWithin(a, b) || isWithin(b, a) ? 2 : PLACE_LEVELS;
  return jaroWinkler(a, b) >= PLACE_NEAR ? 2 : PLACE_LEVELS;
}

function isWithin(code: string, larger: string): boolean {
  return code.startsWith(larger.replace(/(?:00)+$/, ""));
}

function facet(
  kind: FieldKind,
  column: Column | undefined,
  levels: number,
  compare: (a: string, b: string) => number,
): Facet[] {
  if (column === undefined) return [];
  const { values } = column;
  const byNumber = (a: number, b: number): number => compare(values[a] ?? "", values[b] ?? "");
  return [{ kind, levels, column, level: (a, b) => bestLevel(column, a, b, byNumber) }];
}

function addressFacet(column: Column | undefined): Facet[] {
  if (column === undefined) return [];
  const grams = createGramSets(column.values);
  const levels = ADDRESS_CUTS.length + 1;
  const compare = (a: number, b: number): number => {
    const alike = grams.similarity(a, b);
    const level = ADDRESS_CUTS.findIndex((least) => alike >= least);
    return level < 0 ? levels : level + 1;
  };
  return [{ kind: "address", levels, column, level: (a, b) => bestLevel(column, a, b, compare) }];
}
