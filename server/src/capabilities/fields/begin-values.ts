import type { CustomField, NewFieldValues } from "@tongzhou/contract/fields";
import { FieldObject } from "@tongzhou/contract/fields";
import type { Acting } from "../../platform/access/acting.ts";
import type { NewRecord } from "../../platform/custom-fields/record-values.ts";
import { Invalid } from "../../platform/problems/refusal.ts";
import type { WrongField } from "../../platform/problems/refusal.ts";
import { admitValue } from "./admit-value.ts";
import { fieldExistsFor } from "./fields.access.ts";
import { findFieldsOf } from "./queries/field-rows.ts";
import { lockRecord } from "./queries/record-rows.ts";
import { insertValues, lockValues } from "./queries/value-rows.ts";
import type { NewValue } from "./queries/value-rows.ts";

/**
 * The values a record begins with: what was typed, else the default of the field. A record that was found instead of made
 * keeps what it has; its blanks are filled with what was typed, where the typist may edit it.
 * @throws Invalid `field_value_required` naming each that is missing, `field_missing` for a field that is none; and what
 * `admitValue` throws.
 */
export async function beginValues(context: Acting, record: NewRecord, typed: NewFieldValues): Promise<void> {
  const object = FieldObject.parse(record.object);
  const fields = (await findFieldsOf(context, object)).filter(
    (field) => !field.archived && fieldExistsFor(context.viewer, field),
  );
  const strange = Object.keys(typed).filter((id) => !fields.some((field) => field.id === id));
  if (strange.length > 0)
    throw new Invalid(
      strange.map((id) => ({ pointer: `/custom/${id}`, code: "field_missing" })),
      "field_missing",
    );
  const blank = record.created ? fields : await blankFields(context, object, record.id, fields);
  const values: NewValue[] = [];
  const missing: WrongField[] = [];
  for (const field of blank) {
    const pointer = `/custom/${field.id}`;
    const wanted = typed[field.id] ?? (record.created && !(field.id in typed) ? field.defaultValue : null);
    const admitted = await admitValue(context, wanted, { field, pointer, held: null, recordId: undefined });
    if (admitted) values.push({ object, recordId: record.id, fieldId: field.id, ...admitted });
    else if (field.required && record.created && record.asked) {
      missing.push({ pointer, code: "field_value_required", params: { name: field.name } });
    }
  }
  if (missing.length > 0) throw new Invalid(missing, "field_value_required");
  await insertValues(context, values);
}

async function blankFields(
  context: Acting,
  object: FieldObject,
  recordId: string,
  fields: readonly CustomField[],
): Promise<CustomField[]> {
  const record = await lockRecord(context, object, recordId);
  if (!record?.mayEdit) return [];
  const filled = await lockValues(
    context,
    object,
    recordId,
    fields.map(({ id }) => id),
  );
  return fields.filter(({ id }) => !filled.some(({ fieldId }) => fieldId === id));
}
