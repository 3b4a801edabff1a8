import type { CustomField, FieldObject, FieldValue } from "@tongzhou/contract/fields";
import { isDeepStrictEqual } from "node:util";
import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Conflict, NotAllowed, NotFound, Refused } from "../../platform/problems/refusal.ts";
import { valueOfColumns } from "./domain/value-columns.ts";
import { fieldExistsFor } from "./fields.access.ts";
import { findFieldsOf } from "./queries/field-rows.ts";
import { lockRecord } from "./queries/record-rows.ts";
import { lockValues, updateVerified } from "./queries/value-rows.ts";
import type { StoredValue } from "./queries/value-rows.ts";

export const VERIFY_VALUE = operationKind("custom_value.verify");
export const UNVERIFY_VALUE = operationKind("custom_value.unverify");

export interface ValuePlace {
  readonly object: FieldObject;
  readonly recordId: string;
  readonly fieldId: string;
}

/**
 * Says that the value somebody saw is right; by whom and when stays with it until it changes.
 * @throws NotFound; NotAllowed; Refused `field_missing` without a value; Conflict `changed_meanwhile` when it is another now.
 */
export async function verifyValue(context: Acting, place: ValuePlace, seen: FieldValue): Promise<void> {
  const { field, stored } = await take(context, place);
  const now = valueOfColumns(field, stored);
  if (!isDeepStrictEqual(now, seen)) {
    const conflicts = [{ field: field.id, value: now, byId: null, byName: null, at: null }];
    throw new Conflict("changed_meanwhile", { conflicts }, [{ pointer: "/value", code: "field.changed" }]);
  }
  await updateVerified(context, stored.id, { by: context.viewer.personId, at: context.now });
  await context.summarise({ object: place.object, name: field.name });
}

/** Takes the mark back. @throws as `verifyValue`. */
export async function unverifyValue(context: Acting, place: ValuePlace): Promise<void> {
  const { field, stored } = await take(context, place);
  await updateVerified(context, stored.id, null);
  await context.summarise({ object: place.object, name: field.name });
}

async function take(
  context: Acting,
  { object, recordId, fieldId }: ValuePlace,
): Promise<{ field: CustomField; stored: StoredValue }> {
  const record = await lockRecord(context, object, recordId);
  if (!record) throw new NotFound();
  if (!record.mayEdit) throw new NotAllowed();
  const field = (await findFieldsOf(context, object)).find(({ id }) => id === fieldId);
  const [stored] = await lockValues(context, object, recordId, [fieldId]);
  if (!field || !stored || !fieldExistsFor(context.viewer, field)) throw new Refused("field_missing");
  return { field, stored };
}
