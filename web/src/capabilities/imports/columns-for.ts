import { ADDED_FIELDS_OF, TARGETS_OF, type ImportObject, type MappedColumn } from "@tongzhou/contract/import-settings";
import type { FieldObject } from "@tongzhou/contract/fields";

/** Columns as they fit what the rows become: the name of a list of companies is the company's, and what it has not is left out. */
export function columnsFor(
  object: ImportObject,
  columns: readonly MappedColumn[],
  objectOf: (fieldId: string) => FieldObject | undefined,
): MappedColumn[] {
  const isNamed = columns.some(({ target }) => target === "company");
  return columns
    .map((column) =>
      object === "account" && !isNamed && column.target === "name" ? { ...column, target: "company" as const } : column,
    )
    .filter(({ target, fieldId }) => {
      if (fieldId === undefined) return TARGETS_OF[object].has(target);
      const of = objectOf(fieldId);
      // The fields may still be on their way; the server says so of one that does not belong here.
      return of === undefined || ADDED_FIELDS_OF[object].includes(of);
    });
}
