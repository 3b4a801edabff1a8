import type { ListActs } from "./RecordList.tsx";

/** The acts of several capabilities on one list, in their order. */
export function joinActs<Row>(first: ListActs<Row>, ...others: readonly ListActs<Row>[]): ListActs<Row> {
  return others.reduce<ListActs<Row>>(
    (joined, other) => ({
      row: joined.row ?? other.row,
      chosen: bothOf(joined.chosen, other.chosen),
      all: bothOf(joined.all, other.all),
    }),
    first,
  );
}

function bothOf<Of, Act>(
  one: ((of: Of, clear: () => void) => readonly Act[]) | undefined,
  other: ((of: Of, clear: () => void) => readonly Act[]) | undefined,
): ((of: Of, clear: () => void) => readonly Act[]) | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return (of, clear) => [...one(of, clear), ...other(of, clear)];
}
