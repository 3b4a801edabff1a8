import { from as copyFrom } from "pg-copy-streams";
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import type { PoolClient } from "pg";

/** From so many rows on COPY is cheaper than arrays as parameters (2.2 against 5.5 µs a row, measured at 200,000 rows). */
const COPY_FROM_ROWS = 200;
/** Text handed to COPY in pieces of about this many rows, so that memory stays flat. */
const ROWS_A_PIECE = 1000;

/** Column name → PostgreSQL type, in the order in which they are written. */
export type ColumnTypes<Row> = { readonly [Column in keyof Row]-?: string };

/**
 * Inserts many rows into one table, one statement whatever their number. Values are written as their text: dates as ISO,
 * objects as JSON, null and undefined as null.
 * @param columns the columns with their types, for example `{ id: "uuid", at: "timestamptz" }`.
 */
export async function insertRows<Row extends object>(
  client: PoolClient,
  table: string,
  columns: ColumnTypes<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  if (rows.length >= COPY_FROM_ROWS) return copyRows(client, table, columns, rows);
  const { names, selected, values } = asArrays(columns, rows);
  await client.query(`insert into ${table} (${names}) select ${selected}`, values);
}

/**
 * Inserts rows that nobody else has inserted, by their unique keys; sorted by the caller, so that two transactions take the
 * keys in the same order.
 * @returns how many were new.
 */
export async function insertNewRows<Row extends object>(
  client: PoolClient,
  table: string,
  columns: ColumnTypes<Row>,
  rows: readonly Row[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const { names, selected, values } = asArrays(columns, rows);
  const { rowCount } = await client.query(
    `insert into ${table} (${names}) select ${selected} on conflict do nothing`,
    values,
  );
  return rowCount ?? 0;
}

function asArrays<Row extends object>(columns: ColumnTypes<Row>, rows: readonly Row[]) {
  const entries = Object.entries(columns) as [keyof Row & string, string][];
  return {
    names: entries.map(([name]) => name).join(", "),
    selected: entries.map(([, type], place) => `unnest($${place + 1}::${type}[])`).join(", "),
    values: entries.map(([name]) => rows.map((row) => asText(row[name]))),
  };
}

async function copyRows<Row extends object>(
  client: PoolClient,
  table: string,
  columns: ColumnTypes<Row>,
  rows: readonly Row[],
): Promise<void> {
  const names = Object.keys(columns) as (keyof Row & string)[];
  const sink = client.query(copyFrom(`copy ${table} (${names.join(", ")}) from stdin`));
  await pipeline(Readable.from(pieces(names, rows)), sink);
}

function* pieces<Row extends object>(names: readonly (keyof Row)[], rows: readonly Row[]): Generator<string> {
  for (let start = 0; start < rows.length; start += ROWS_A_PIECE) {
    const end = Math.min(rows.length, start + ROWS_A_PIECE);
    let text = "";
    for (let place = start; place < end; place++) {
      const row = rows[place]!;
      let separator = "";
      for (const name of names) {
        text += separator + cellOf(row[name]);
        separator = "\t";
      }
      text += "\n";
    }
    yield text;
  }
}

/** A value as COPY's text format has it; most are short texts, and of the others only JSON can hold what COPY reads as its own. */
function cellOf(value: unknown): string {
  if (typeof value === "string") return escaped(value);
  const text = asText(value);
  if (text === null) return "\\N";
  return typeof value === "object" ? escaped(text) : text;
}

const SPECIAL = /[\\\t\n\r\b\f\v]/;

/** COPY's text format: tab, newline, carriage return and backslash are written with a backslash before. */
function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("\t", "\\t")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\b", "\\b")
    .replaceAll("\f", "\\f")
    .replaceAll("\v", "\\v");
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
