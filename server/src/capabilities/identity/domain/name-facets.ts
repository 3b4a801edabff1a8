import { compareNameParts, NAME_LEVELS, namePart } from "./compare-name-parts.ts";
import { bestLevel } from "./best-level.ts";
import type { Facet } from "./facet.ts";
import type { Column, FieldKind } from "./record-table.ts";

/** What silence counts between agreement (0) and difference (3), when two ways to read names are held against each other. */
const SILENCE = 1.5;

/** Given name and surname, also in each other's place: the way that agrees better counts. */
export function nameFacets(
  given: Column | undefined,
  surname: Column | undefined,
  readAloud: (text: string) => string,
): Facet[] {
  const parts = ((given ?? surname)?.values ?? []).map((text) => namePart(text, readAloud));
  const levels = NAME_LEVELS.different;
  const compare = (a: number, b: number): number => {
    const [partA, partB] = [parts[a], parts[b]];
    return partA && partB ? compareNameParts(partA, partB) : levels;
  };
  if (given === undefined || surname === undefined) {
    const column = given ?? surname;
    if (column === undefined) return [];
    const kind: FieldKind = given ? "given" : "surname";
    return [{ kind, levels, column, level: (a, b) => bestLevel(column, a, b, compare) }];
  }
  const read = rememberLast((a, b) => betterReading(given, surname, compare, a, b));
  return [
    { kind: "given", levels, column: given, level: (a, b) => read(a, b).given },
    { kind: "surname", levels, column: surname, level: (a, b) => read(a, b).surname },
  ];
}

interface Reading {
  readonly given: number;
  readonly surname: number;
}

function betterReading(
  given: Column,
  surname: Column,
  compare: (a: number, b: number) => number,
  a: number,
  b: number,
): Reading {
  const straight = { given: bestLevel(given, a, b, compare), surname: bestLevel(surname, a, b, compare) };
  if (distance(straight) < 2) return straight;
  const across = (first: Column, second: Column): number => {
    const [valueA, valueB] = [firstOf(first, a), firstOf(second, b)];
    if (valueA < 0 || valueB < 0) return 0;
    return valueA === valueB ? NAME_LEVELS.same : compare(valueA, valueB);
  };
  const crossed = { given: across(given, surname), surname: across(surname, given) };
  const levels = [crossed.given, crossed.surname].filter((level) => level > 0);
  const isSure = Math.min(...levels) <= NAME_LEVELS.near;
  return isSure && distance(crossed) < distance(straight) ? crossed : straight;
}

function distance({ given, surname }: Reading): number {
  return (given === 0 ? SILENCE : given - 1) + (surname === 0 ? SILENCE : surname - 1);
}

/** Both facets ask about the same pair, one after the other. */
function rememberLast(read: (a: number, b: number) => Reading): (a: number, b: number) => Reading {
  let lastA = -1;
  let lastB = -1;
  let last: Reading = { given: 0, surname: 0 };
  return (a, b) => {
    if (a !== lastA || b !== lastB) [lastA, lastB, last] = [a, b, read(a, b)];
    return last;
  };
}

function firstOf({ starts, valueIds }: Column, record: number): number {
  const start = starts[record] ?? 0;
  return start === (starts[record + 1] ?? 0) ? -1 : (valueIds[start] ?? -1);
}
