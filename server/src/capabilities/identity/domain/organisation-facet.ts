import { compareOrganisations } from "./compare-organisations.ts";
import type { Facet } from "./facet.ts";
import { ORGANISATION_LEVELS, type Agreement } from "./organisation-levels.ts";
import type { Column } from "./record-table.ts";

/** Counts that are remembered; what pairs share repeats itself. */
const MOST_REMEMBERED = 200_000;
const NOWHERE: readonly number[] = [];
const SAME: Agreement = { level: ORGANISATION_LEVELS.same, words: [] };

/** Organisations by the words of their names: what two names share says as much as few others share it. */
export function organisationFacet(
  column: Column,
  city: Column | undefined,
  readAloud: (text: string) => string,
): Facet {
  const { index, compare, wordsOfPlace } = compareOrganisations(column.values, city?.values ?? [], readAloud);
  const levels = ORGANISATION_LEVELS.different;
  const { starts, valueIds } = column;
  const placeWords = (city?.values ?? []).map(wordsOfPlace);
  const placesOf = (record: number): readonly number[] =>
    city === undefined
      ? NOWHERE
      : [...city.valueIds.subarray(city.starts[record], city.starts[record + 1])].flatMap(
          (value) => placeWords[value] ?? [],
        );
  const isSame = (a: number, b: number): boolean => {
    for (let atA = starts[a] ?? 0; atA < (starts[a + 1] ?? 0); atA++) {
      for (let atB = starts[b] ?? 0; atB < (starts[b + 1] ?? 0); atB++)
        if (valueIds[atA] === valueIds[atB]) return true;
    }
    return false;
  };
  const best = (a: number, b: number): Agreement => {
    if (isSame(a, b)) return SAME;
    const [placesA, placesB] = [placesOf(a), placesOf(b)];
    let found: Agreement = { level: 0, words: [] };
    for (let atA = starts[a] ?? 0; atA < (starts[a + 1] ?? 0); atA++) {
      for (let atB = starts[b] ?? 0; atB < (starts[b + 1] ?? 0); atB++) {
        const [valueA, valueB] = [valueIds[atA] ?? 0, valueIds[atB] ?? 0];
        const each = compare(valueA, valueB, placesA, placesB);
        if (found.level === 0 || each.level < found.level) found = each;
      }
    }
    return found;
  };
  let last = { a: -1, b: -1, agreement: { level: 0, words: [] } as Agreement };
  const look = (a: number, b: number): Agreement => {
    if (last.a !== a || last.b !== b) last = { a, b, agreement: best(a, b) };
    return last.agreement;
  };
  const holdersOf = holdersByValue(column);
  return {
    kind: "organisation",
    levels,
    column,
    level: (a, b) => look(a, b).level,
    holdersIn: (entityOf) => {
      const remembered = new Map<string, number>();
      return (a, b) => {
        const key = look(a, b)
          .words.toSorted((first, second) => first - second)
          .join(" ");
        const known = remembered.get(key);
        if (known !== undefined) return known;
        if (remembered.size > MOST_REMEMBERED) remembered.clear();
        const count = index.entitiesWith(look(a, b).words, (value) =>
          holdersOf(value).map((record) => entityOf[record] ?? record),
        );
        remembered.set(key, count);
        return count;
      };
    },
  };
}

function holdersByValue({ starts, valueIds, values }: Column): (value: number) => number[] {
  const holders = values.map((): number[] => []);
  for (let record = 0; record + 1 < starts.length; record++) {
    for (let at = starts[record] ?? 0; at < (starts[record + 1] ?? 0); at++) holders[valueIds[at] ?? 0]?.push(record);
  }
  return (value) => holders[value] ?? [];
}
