/** Column name → PostgreSQL type, in the order in which they are written. */
export type ColumnTypes<Row> = { readonly [Column in keyof Row]-?: string };

/** Rows for one table, still to be inserted. */
export interface Insertion {
  readonly table: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly object[];
}

/** @param columns the columns with their types, for example `{ id: "uuid", at: "timestamptz" }`. */
export const insertion = <Row extends object>(
  table: string,
  columns: ColumnTypes<Row>,
  rows: readonly Row[],
): Insertion => ({ table, columns, rows });
