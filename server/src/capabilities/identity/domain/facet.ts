import type { Column, FieldKind } from "./record-table.ts";

/** One thing by which two records are compared. */
export interface Facet {
  readonly kind: FieldKind;
  /** Levels go from 1 (the same) to this number (different). */
  readonly levels: number;
  readonly column: Column;
  /** How far the two records agree; 0 where one of them says nothing. */
  level(a: number, b: number): number;
  /** For levels between: how many entities have all that the two have in common. Absent where that cannot be told. */
  holdersIn?(entityOf: Int32Array): (a: number, b: number) => number;
}
