import { ADDED_FIELDS_OF, ADDED_TARGET } from "@tongzhou/contract/import-settings";
import type { ImportSettings } from "@tongzhou/contract/import-settings";
import type { CustomField } from "@tongzhou/contract/fields";
import { importableFields } from "../fields/index.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import type { ReadContext } from "../../platform/ledger/context.ts";
import { Invalid } from "../../platform/problems/refusal.ts";

/**
 * The added fields that columns of a file are mapped to, as they are now.
 * @param viewer whoever imports; null for the house itself.
 * @throws Invalid `import_field_gone` for one that was archived, is of another object, or does not exist for them.
 */
export async function mappedFields(
  context: Pick<ReadContext, "tx">,
  viewer: Viewer | null,
  { columns, object }: Pick<ImportSettings, "columns" | "object">,
): Promise<CustomField[]> {
  const ids = columns.flatMap(({ target, fieldId }) => (target === ADDED_TARGET ? [fieldId] : []));
  if (ids.length === 0) return [];
  const offered = await importableFields(context, viewer, ADDED_FIELDS_OF[object]);
  const mapped = offered.filter(({ id }) => ids.includes(id));
  if (ids.some((id) => !mapped.some((field) => field.id === id))) {
    throw new Invalid([{ pointer: "/settings/columns", code: "import_field_gone" }], "import_field_gone");
  }
  return mapped;
}
