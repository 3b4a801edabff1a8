import { sql } from "kysely";
import type { Expression, RawBuilder, SqlBool } from "kysely";
import { Invalid } from "../problems/refusal.ts";

/** One sort key: a value of the row that a cursor remembers. */
export type KeyValue = string | number | boolean | null;

export type Direction = "asc" | "desc";

const VERSION = 1;

/**
 * Makes the cursor behind a row: the values it is sorted by, its id last. `order` names the sort, so that a cursor of
 * another sort is refused instead of answering a wrong page.
 */
export function encodeCursor(order: string, keys: readonly KeyValue[]): string {
  return Buffer.from(JSON.stringify([VERSION, order, ...keys])).toString("base64url");
}

/**
 * Reads a cursor back. It is not secret and not signed: a made-up one only chooses another place in a list that the
 * caller may read anyway.
 * @throws Invalid (`cursor_invalid`) when it was not made for this order with this many keys.
 */
export function decodeCursor(order: string, cursor: string, keyCount: number): KeyValue[] {
  const parts = parse(cursor);
  const [version, madeFor, ...keys] = parts;
  const fits = version === VERSION && madeFor === order && keys.length === keyCount && keys.every(isKeyValue);
  if (!fits) throw new Invalid([{ pointer: "/query/cursor", code: "field.wrong_type" }], "cursor_invalid");
  return keys as KeyValue[];
}

function parse(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

function isKeyValue(value: unknown): value is KeyValue {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

/**
 * `(a, id) > ($1, $2)`: the rows behind a cursor. PostgreSQL compares rows along one index only when all columns run in
 * one direction; columns that may be null need a coalesced key column.
 * @param columns the sorted columns, the id last.
 */
export function behind(
  columns: readonly Expression<unknown>[],
  keys: readonly KeyValue[],
  direction: Direction,
): RawBuilder<SqlBool> {
  const operator = sql.raw(direction === "asc" ? ">" : "<");
  return sql<SqlBool>`(${sql.join(columns)}) ${operator} (${sql.join(keys)})`;
}

/**
 * Cuts rows fetched with `limit + 1` to a page, and makes the cursor of its last row when there are more.
 * @param keysOf the values a row is sorted by, its id last.
 */
export function cutPage<Row>(
  rows: readonly Row[],
  limit: number,
  order: string,
  keysOf: (row: Row) => readonly KeyValue[],
): { rows: Row[]; nextCursor?: string } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  if (rows.length <= limit || last === undefined) return { rows: page };
  return { rows: page, nextCursor: encodeCursor(order, keysOf(last)) };
}
