import { escapeIdentifier } from "pg";
import type { TableName } from "./backup-frames.ts";

/** A table's full name as SQL. */
export function quoteName(table: TableName): string {
  return `${escapeIdentifier(table.schema)}.${escapeIdentifier(table.name)}`;
}

/** Column names as SQL, between commas. */
export function quoteColumns(columns: readonly string[]): string {
  return columns.map((column) => escapeIdentifier(column)).join(", ");
}
