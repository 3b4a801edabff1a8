import type { FieldObject, FieldValue } from "@tongzhou/contract/fields";
import type { Viewing } from "../../platform/access/acting.ts";
import { valueOfColumns } from "./domain/value-columns.ts";
import { findFieldsOf } from "./queries/field-rows.ts";
import { findValues } from "./queries/value-rows.ts";

/** What a record has in a field; null in `value` where the viewer sees it masked. */
export interface HeldValue {
  readonly value: FieldValue;
  readonly readable: boolean;
}

/** What records have in some fields, as the viewer may see it. @returns by `record field`. */
export async function heldValues(
  viewing: Pick<Viewing, "tx" | "viewer">,
  object: FieldObject,
  recordIds: readonly string[],
  fieldIds: readonly string[],
): Promise<Map<string, HeldValue>> {
  if (recordIds.length === 0 || fieldIds.length === 0) return new Map();
  const fields = (await findFieldsOf(viewing, object)).filter(({ id }) => fieldIds.includes(id));
  const byId = new Map(fields.map((field) => [field.id, field]));
  return new Map(
    (await findValues(viewing, object, recordIds, fields)).flatMap((stored) => {
      const field = byId.get(stored.fieldId);
      if (!field) return [];
      const value = stored.readable ? valueOfColumns(field, stored) : null;
      return [[`${stored.recordId} ${stored.fieldId}`, { value, readable: stored.readable }] as const];
    }),
  );
}
