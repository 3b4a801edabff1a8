import { fieldExists } from "../../platform/access/field-access.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { houseFieldName, isHouseFieldName } from "../../platform/custom-fields/house-field.ts";
import type { ExportSource } from "../../platform/lists/export-source.ts";
import { exportWords } from "./export-words.ts";

/** The head of a column in the viewer's language; undefined for an added field that is gone or not for them to know of. */
export function headOf({ name, object }: ExportSource, column: string, viewer: Viewer): string | undefined {
  const { language } = viewer.person;
  if (!isHouseFieldName(column)) return exportWords(language).head(name, column);
  const field = viewer.snapshot.houseFields.find(({ id }) => houseFieldName(id) === column);
  return field && fieldExists(viewer, object, column) ? field.names[language] : undefined;
}
