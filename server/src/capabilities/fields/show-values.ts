import type { CustomField, FieldObject, RecordFields, ShownValue } from "@tongzhou/contract/fields";
import type { Viewing } from "../../platform/access/acting.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { fieldExistsFor } from "./fields.access.ts";
import { namesOf, presentRecordValue, presentValue } from "./present-value.ts";
import { findFieldsOf } from "./queries/field-rows.ts";
import { findRecord } from "./queries/record-rows.ts";
import { findValues } from "./queries/value-rows.ts";

/**
 * The fields of one record and their values as the viewer may see them. An archived field is there as long as the record has
 * a value in it.
 * @throws NotFound out of the viewer's reach.
 */
export async function showValues(
  viewing: Pick<Viewing, "tx" | "viewer">,
  object: FieldObject,
  recordId: string,
): Promise<RecordFields> {
  const record = await findRecord(viewing, object, recordId);
  if (!record) throw new NotFound();
  const existing = (await findFieldsOf(viewing, object)).filter((field) => fieldExistsFor(viewing.viewer, field));
  const stored = await findValues(viewing, object, [recordId], existing);
  const fields = existing.filter(({ id, archived }) => !archived || stored.some(({ fieldId }) => fieldId === id));
  const byId = new Map(fields.map((field) => [field.id, field]));
  const nameOf = await namesOf(viewing, byId, stored);
  const valueOf = (field: CustomField) => stored.find(({ fieldId }) => fieldId === field.id);
  return {
    fields,
    values: fields.flatMap((field) => {
      const value = valueOf(field);
      return value ? [presentRecordValue(viewing, field, value, nameOf)] : [];
    }),
    mayEdit: record.mayEdit,
  };
}

/** What the rows of a list have, as the viewer may see it, in the order of the fields. */
export async function showRowValues(
  viewing: Pick<Viewing, "tx" | "viewer">,
  object: FieldObject,
  recordIds: readonly string[],
): Promise<Map<string, ShownValue[]>> {
  const fields = (await findFieldsOf(viewing, object)).filter(
    (field) => !field.archived && fieldExistsFor(viewing.viewer, field),
  );
  if (fields.length === 0) return new Map();
  const byId = new Map(fields.map((field) => [field.id, field]));
  const stored = await findValues(viewing, object, recordIds, fields);
  const nameOf = await namesOf(viewing, byId, stored);
  const rows = new Map<string, ShownValue[]>();
  for (const value of stored) {
    const field = byId.get(value.fieldId);
    if (!field) continue;
    const shown = rows.get(value.recordId) ?? [];
    shown.push(presentValue(field, value, nameOf));
    rows.set(value.recordId, shown);
  }
  return rows;
}
