import { useRef, useState } from "react";
import type { Column } from "./table-types.ts";

/** A press beside an open editor saves; the click that follows it opens no record. */
const CLICK_AFTER_PRESS_MS = 400;

export interface CellEdits {
  /** The columns of a row whose cells are being edited or saved, in one text; undefined: none. */
  of: (id: string) => string | undefined;
  open: (id: string, column: string) => void;
  closed: (id: string, column: string) => void;
  /** On to the next cell that can be edited, in the row and then in the rows below; `back`: the other way. */
  step: (id: string, column: string, back: boolean) => void;
  /** The first cell of a row that can be edited; false when there is none. */
  openFirst: (id: string) => boolean;
  away: () => void;
  /** Whether a click only left an editor. */
  isLeaving: () => boolean;
}

export interface CellEditsUse<Row> {
  rows: readonly Row[];
  ids: readonly string[];
  columns: readonly Column<Row>[];
  /** Told which row is worked on, so that the keys go on from there. */
  onRow: (id: string) => void;
}

const SEPARATOR = "\n";

export const editedColumns = (of: string | undefined): readonly string[] => of?.split(SEPARATOR) ?? [];

export const isEditable = <Row>(column: Column<Row>, row: Row): boolean => column.fact?.(row)?.edit !== undefined;

/** Which cells of a table are being edited. Several at once: one is typed into while the one before is still being saved. */
export function useCellEdits<Row>({ rows, ids, columns, onRow }: CellEditsUse<Row>): CellEdits {
  const [cells, setCells] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  const leftAt = useRef(-CLICK_AFTER_PRESS_MS);
  const without = (all: ReadonlyMap<string, readonly string[]>, id: string, column: string) => {
    const next = new Map(all);
    const rest = (all.get(id) ?? []).filter((one) => one !== column);
    if (rest.length === 0) next.delete(id);
    else next.set(id, rest);
    return next;
  };
  const open = (id: string, column: string) => {
    setCells((all) => new Map(without(all, id, column)).set(id, [...(all.get(id) ?? []), column]));
    onRow(id);
  };
  /** The cells that can be edited, in reading order; asked row by row, because most tables are long. */
  const next = (at: number, from: number, back: boolean): { id: string; column: string } | undefined => {
    const row = rows[at];
    const id = ids[at];
    if (row === undefined || id === undefined) return undefined;
    const step = back ? -1 : 1;
    for (let place = from; place >= 0 && place < columns.length; place += step) {
      const column = columns[place];
      if (column !== undefined && isEditable(column, row)) return { id, column: column.id };
    }
    return undefined;
  };
  return {
    of: (id) => cells.get(id)?.join(SEPARATOR),
    open,
    closed: (id, column) => setCells((all) => without(all, id, column)),
    step(id, column, back) {
      const at = ids.indexOf(id);
      const place = columns.findIndex((one) => one.id === column);
      const beyond = at + (back ? -1 : 1);
      const found = next(at, place + (back ? -1 : 1), back) ?? next(beyond, back ? columns.length - 1 : 0, back);
      if (found !== undefined) open(found.id, found.column);
    },
    openFirst(id) {
      const found = next(ids.indexOf(id), 0, false);
      if (found !== undefined) open(found.id, found.column);
      return found !== undefined;
    },
    away: () => void (leftAt.current = performance.now()),
    isLeaving: () => performance.now() - leftAt.current < CLICK_AFTER_PRESS_MS,
  };
}
