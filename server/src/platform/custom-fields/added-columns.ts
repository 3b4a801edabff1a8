import type { ShownValue } from "@tongzhou/contract/fields";
import type { AccessObject } from "../access/access-object.ts";
import { fieldExists, mayFilterBy } from "../access/field-access.ts";
import type { Viewer } from "../access/viewer.ts";
import type { OfferedColumn } from "../lists/offered-column.ts";
import type { FileWords } from "../sheets/file-words.ts";
import type { SheetCell } from "../sheets/sheet-cell.ts";
import { houseFieldName } from "./house-field.ts";

/** A column of a field that the company added. */
export interface AddedColumn extends OfferedColumn {
  cell(values: readonly ShownValue[] | undefined, words: FileWords): SheetCell;
}

/** The fields that the company added to an object, as columns of a file: those that exist for the viewer, in their order. */
export function addedColumns(viewer: Viewer, object: AccessObject): AddedColumn[] {
  return viewer.snapshot.houseFields
    .filter((field) => field.object === object.name && !field.archived)
    .map((field) => ({ field, name: houseFieldName(field.id) }))
    .filter(({ name }) => fieldExists(viewer, object, name))
    .map(({ field: { id, sheet }, name }) => ({
      id: name,
      kind: sheet.kind,
      masked: !mayFilterBy(viewer, object, name),
      cell(values, words) {
        const shown = values?.find(({ fieldId }) => fieldId === id);
        return shown === undefined ? null : sheet.cell(shown, words);
      },
    }));
}
