import { companyNameKeys, parseRegion } from "../accounts/index.ts";
import { normaliseIdentifier, readPersonName } from "../contacts/index.ts";
import type { PlainRecord } from "./domain/record-table.ts";
import type { RecordMapping, RecordSort } from "./domain/record-columns.ts";
import { valueReaders, type ValueReaders, type Values } from "./domain/value-readers.ts";

/** A row in normal form, and what of it could not be read. */
export interface ReadRecord {
  readonly record: PlainRecord;
  /** The list it came from, where the file has several. */
  readonly list: string | undefined;
  readonly faults: readonly { readonly column: number; readonly reason: string }[];
}

/** Answers a reader of rows by a mapping. It never throws: what cannot be read is left out and said. */
export function readPlainRecord(mapping: RecordMapping): (cells: readonly string[]) => ReadRecord {
  const readers = readersOf(mapping.sort);
  const address = mapping.columns.filter(({ holds }) => holds === "address");
  return (cells) => {
    const values: Values = {};
    const faults: { column: number; reason: string }[] = [];
    let list: string | undefined;
    for (const { column, holds } of mapping.columns) {
      const text = (cells[column] ?? "").trim();
      if (holds === "list") list = text;
      if (text === "" || holds === "list" || holds === "address") continue;
      const reason = readers[holds](text, values);
      if (reason !== null) faults.push({ column, reason });
    }
    const parts = address.map(({ column }) => (cells[column] ?? "").trim()).filter((part) => part !== "");
    if (parts.length > 0) readers.address(parts, values);
    return { record: values, list, faults };
  };
}

/** Reads one text of a record into its values. @see readPlainRecord */
export function readersOf(sort: RecordSort): ValueReaders {
  return valueReaders(sort, { companyNameKeys, parseRegion, normaliseIdentifier, readPersonName });
}
