import { z } from "zod";
import { ExplainedError } from "../../platform/config/explained-error.ts";
import { RECORD_COLUMNS, type RecordColumn, type RecordMapping } from "./domain/record-columns.ts";

const MapFile = z.strictObject({
  records: z.enum(["persons", "organisations"]).optional(),
  columns: z.record(z.string(), z.string().nullable()),
});

const ABOUT_PERSONS: readonly RecordColumn[] = ["givenName", "surname", "birthDate"];

/**
 * Reads a map file: `{ "records": "persons", "columns": { "Name of a column": "surname", … } }`. Columns that it leaves out
 * are not compared. Without `records` the rows are organisations where nothing but a company is named.
 * @throws ExplainedError saying what is wrong with it.
 */
export function readDedupeMap(name: string, text: string, header: readonly string[]): RecordMapping {
  const read = MapFile.safeParse(parsed(name, text));
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`);
    throw new ExplainedError(`${name} is not understood:\n${faults.join("\n")}`);
  }
  const columns = Object.entries(read.data.columns).flatMap(([title, target]) => {
    if (target === null) return [];
    const column = header.indexOf(title);
    if (column < 0) throw new ExplainedError(`There is no column ${title}; there are: ${header.join(", ")}.`);
    return [{ column, holds: targetOf(title, target) }];
  });
  const held = new Set(columns.map(({ holds }) => holds));
  if (![...held].some((holds) => holds !== "list")) throw new ExplainedError(`${name} names no column to compare by.`);
  const sort = read.data.records ?? (isAboutPersons(held) ? "persons" : "organisations");
  return { sort, columns };
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ExplainedError(`${name} is no JSON: ${error instanceof Error ? error.message : error}`);
  }
}

/** "given name", "given_name" and "givenName" are one. */
function targetOf(title: string, written: string): RecordColumn {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, "");
  const target = RECORD_COLUMNS.find((column) => plain(column) === plain(written));
  if (target !== undefined) return target;
  throw new ExplainedError(
    `${written} of column ${title} is nothing to compare by; there are: ${RECORD_COLUMNS.join(", ")}.`,
  );
}

function isAboutPersons(held: ReadonlySet<RecordColumn>): boolean {
  return (
    ABOUT_PERSONS.some((column) => held.has(column)) ||
    (held.has("name") && held.has("company")) ||
    !held.has("company")
  );
}
