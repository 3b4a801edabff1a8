import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import styles from "./PlainTable.module.css";

export interface PlainColumn<Row> {
  id: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** px; what has none shares the rest. */
  width?: number;
  /** Holds what people wrote: even a word without end wraps, also where a width is given. */
  wraps?: boolean;
  align?: "start" | "end";
  /** Never wraps nor widens the table: what is longer ends in an ellipsis. */
  oneLine?: boolean;
  /** Left out on a phone. */
  notOnPhone?: boolean;
}

export interface PlainTableProps<Row> {
  label: string;
  columns: readonly PlainColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
}

/** A few rows inside a page: bare head, hairlines, no keys of its own. Long lists are a `RecordTable`. */
export function PlainTable<Row>({ label, columns, rows, rowId }: PlainTableProps<Row>) {
  const classOf = (column: PlainColumn<Row>) =>
    cx(
      column.align === "end" && "num",
      column.notOnPhone === true && styles.notOnPhone,
      (column.width === undefined || column.wraps === true) && styles.rest,
    );
  return (
    <div className={styles.scroller}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={classOf(column)}
                style={column.width === undefined ? undefined : { width: `${column.width}px` }}
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)}>
              {columns.map((column) => (
                <td key={column.id} className={cx(classOf(column), column.oneLine === true && styles.oneLine)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
