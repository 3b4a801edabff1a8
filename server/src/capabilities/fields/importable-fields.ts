import { mayBeImported } from "@tongzhou/contract/import-settings";
import type { CustomField, FieldObject } from "@tongzhou/contract/fields";
import type { Viewer } from "../../platform/access/viewer.ts";
import type { ReadContext } from "../../platform/ledger/context.ts";
import { fieldExistsFor } from "./fields.access.ts";
import { findFields } from "./queries/field-rows.ts";

/**
 * The fields of these objects that cells of a file can fill in, in the order of the objects.
 * @param viewer for whom they exist; null for the house itself.
 */
export async function importableFields(
  context: Pick<ReadContext, "tx">,
  viewer: Viewer | null,
  objects: readonly FieldObject[],
): Promise<CustomField[]> {
  const all = (await findFields(context)).filter(mayBeImported);
  const existing = viewer === null ? all : all.filter((field) => fieldExistsFor(viewer, field));
  return objects.flatMap((object) => existing.filter((field) => field.object === object));
}
