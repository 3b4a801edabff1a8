import type { FieldObject, FieldValue } from "@tongzhou/contract/fields";
import type { Acting, Viewing } from "../../platform/access/acting.ts";
import { mayNot } from "../../platform/lists/bulk-source.ts";
import type { BulkSource } from "../../platform/lists/bulk-source.ts";
import type { BulkWork } from "../../platform/lists/bulk-work.ts";
import { Invalid, Refused } from "../../platform/problems/refusal.ts";
import { admitValue } from "./admit-value.ts";
import { fieldExistsFor, RECORD_OBJECTS } from "./fields.access.ts";
import { hasValue, overwriteValues } from "./queries/bulk-values.ts";
import { findFieldsOf } from "./queries/field-rows.ts";

/**
 * The work of giving many records one value of an added field.
 * @throws Refused `field_missing` for a field that is none, `field_unique` for one of which no two records may have the same;
 * Invalid `field_value_required`; and what `admitValue` throws.
 */
export async function bulkValue(
  viewing: Viewing,
  object: FieldObject,
  { alias, edited }: Pick<BulkSource, "alias" | "edited">,
  wanted: { readonly fieldId: string; readonly value: FieldValue },
): Promise<BulkWork> {
  const { viewer } = viewing;
  const field = (await findFieldsOf(viewing, object)).find(({ id, archived }) => id === wanted.fieldId && !archived);
  if (!field || !fieldExistsFor(viewer, field)) throw new Refused("field_missing");
  if (field.unique && wanted.value !== null) throw new Refused("field_unique", { name: field.name });
  const admitted = await admitValue(viewing, wanted.value, {
    field,
    pointer: "/value",
    held: null,
    recordId: undefined,
  });
  if (!admitted && field.required) {
    throw new Invalid(
      [{ pointer: "/value", code: "field_value_required", params: { name: field.name } }],
      "field_value_required",
    );
  }
  const columns = admitted?.columns ?? null;
  return {
    stays: [
      mayNot(viewer, RECORD_OBJECTS[object], "edit", alias),
      { because: "same", when: hasValue(object, alias, field.id, columns) },
    ],
    async apply(context: Acting, ids) {
      await overwriteValues(context, object, ids, field.id, columns);
      await edited(context, ids);
    },
  };
}
