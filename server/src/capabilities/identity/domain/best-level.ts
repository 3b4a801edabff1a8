import type { Column } from "./record-table.ts";

/** The level of the two most similar values, since a record may have several phones; 0 where one has none. */
export function bestLevel(
  { starts, valueIds }: Column,
  a: number,
  b: number,
  compare: (a: number, b: number) => number,
): number {
  const endA = starts[a + 1] ?? 0;
  const startB = starts[b] ?? 0;
  const endB = starts[b + 1] ?? 0;
  let best = 0;
  for (let atA = starts[a] ?? 0; atA < endA; atA++) {
    const valueA = valueIds[atA] ?? 0;
    for (let atB = startB; atB < endB; atB++) {
      const valueB = valueIds[atB] ?? 0;
      if (valueA === valueB) return 1;
      const level = compare(valueA, valueB);
      if (best === 0 || level < best) best = level;
    }
  }
  return best;
}
