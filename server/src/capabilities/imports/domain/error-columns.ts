/** The columns an error file has in front of the rejected row's own. */
export const ERROR_COLUMNS = ["line", "column", "reason"] as const;
export type ErrorColumn = (typeof ERROR_COLUMNS)[number];

const MARK = /\(tongzhou:(line|column|reason)\)$/;

/** The name of a column of an error file: in the user's language, with a mark by which it is known again. */
export function errorColumnName(column: ErrorColumn, label: string): string {
  return `${label} (tongzhou:${column})`;
}

/** Which column of an error file this is; null for a column of the original. */
export function errorColumnOf(header: string): ErrorColumn | null {
  const column = MARK.exec(header.trim())?.[1];
  return ERROR_COLUMNS.find((known) => known === column) ?? null;
}

/** Was this file written as an error file, so that its cells are neutralised and its extra columns mean nothing? */
export function isErrorFile(header: readonly string[]): boolean {
  return header.some((name) => errorColumnOf(name) !== null);
}
