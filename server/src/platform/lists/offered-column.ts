import type { CellKind } from "../sheets/sheet-cell.ts";

/** A column as it is offered. `masked`: some of its values are masked or missing for the viewer. */
export interface OfferedColumn {
  readonly id: string;
  readonly kind: CellKind;
  readonly masked: boolean;
}
