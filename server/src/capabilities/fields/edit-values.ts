import type { CustomField, FieldObject, FieldValue } from "@tongzhou/contract/fields";
import { isDeepStrictEqual } from "node:util";
import type { Acting } from "../../platform/access/acting.ts";
import { lastChangeOf } from "../../platform/edits/last-change-of.ts";
import type { FieldChange, StaleField } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Conflict, Invalid, NotAllowed, NotFound, Refused } from "../../platform/problems/refusal.ts";
import { admitValue } from "./admit-value.ts";
import { announceValues } from "./announce-values.ts";
import { columnOfKind, valueOfColumns } from "./domain/value-columns.ts";
import { fieldExistsFor } from "./fields.access.ts";
import { findFieldsOf } from "./queries/field-rows.ts";
import { lockRecord } from "./queries/record-rows.ts";
import { deleteValues, insertValues, lastEmptied, lockValues, updateValue } from "./queries/value-rows.ts";
import type { StoredValue } from "./queries/value-rows.ts";

export const EDIT_VALUES = operationKind("custom_value.edit");

interface Wanted {
  readonly field: CustomField;
  readonly stored: StoredValue | undefined;
  readonly now: FieldValue;
  readonly change: FieldChange<FieldValue>;
}

/**
 * Changes values of a record that the editor may edit, all or none.
 * @throws NotFound; NotAllowed; Refused `field_missing`; Conflict `changed_meanwhile` naming each stale field, its value, who
 * and when; Invalid `field_value_required`; and what `admitValue` throws.
 */
export async function editValues(
  context: Acting,
  object: FieldObject,
  recordId: string,
  changes: Readonly<Record<string, FieldChange<FieldValue>>>,
): Promise<void> {
  const record = await lockRecord(context, object, recordId);
  if (!record) throw new NotFound();
  if (!record.mayEdit) throw new NotAllowed();
  const wanted = await wantedOf(context, object, recordId, changes);
  await refuseStale(context, object, recordId, wanted);
  const names: string[] = [];
  for (const one of wanted) {
    if (isDeepStrictEqual(one.change.to, one.now)) continue;
    await write(context, object, recordId, one);
    names.push(one.field.name);
  }
  await context.summarise({ object, fields: names });
  if (names.length > 0) await announceValues(context, object, recordId);
}

async function wantedOf(
  context: Acting,
  object: FieldObject,
  recordId: string,
  changes: Readonly<Record<string, FieldChange<FieldValue>>>,
): Promise<Wanted[]> {
  const fields = (await findFieldsOf(context, object)).filter((field) => fieldExistsFor(context.viewer, field));
  const ids = Object.keys(changes);
  const rows = await lockValues(context, object, recordId, ids);
  return Object.entries(changes).map(([id, change]) => {
    const field = fields.find((one) => one.id === id && !one.archived);
    if (!field) throw new Refused("field_missing");
    const stored = rows.find(({ fieldId }) => fieldId === id);
    return { field, stored, now: stored ? valueOfColumns(field, stored) : null, change };
  });
}

async function write(
  context: Acting,
  object: FieldObject,
  recordId: string,
  { field, stored, now, change }: Wanted,
): Promise<void> {
  const pointer = `/changes/${field.id}/to`;
  const admitted = await admitValue(context, change.to, { field, pointer, held: now, recordId });
  if (!admitted) {
    if (field.required) {
      throw new Invalid(
        [{ pointer, code: "field_value_required", params: { name: field.name } }],
        "field_value_required",
      );
    }
    return deleteValues(context, stored ? [stored.id] : []);
  }
  if (stored) return updateValue(context, stored.id, admitted.columns, admitted.uniqueKey);
  return insertValues(context, [{ object, recordId, fieldId: field.id, ...admitted }]);
}

async function refuseStale(
  context: Acting,
  object: FieldObject,
  recordId: string,
  wanted: readonly Wanted[],
): Promise<void> {
  const stale = wanted.filter(
    ({ change, now }) => !isDeepStrictEqual(change.to, now) && !isDeepStrictEqual(change.from, now),
  );
  if (stale.length === 0) return;
  const conflicts: StaleField[] = [];
  for (const { field, stored, now } of stale) {
    const last = stored
      ? await lastChangeOf(context.client, { table: "custom_value", id: stored.id }, columnOfKind(field))
      : await lastEmptied(context, object, recordId, field.id);
    const byId = last?.actorId ?? null;
    const byName = byId === null ? null : (context.viewer.snapshot.people.get(byId)?.name ?? null);
    conflicts.push({ field: field.id, value: now, byId, byName, at: last?.at.toISOString() ?? null });
  }
  throw new Conflict(
    "changed_meanwhile",
    { conflicts },
    stale.map(({ field }) => ({ pointer: `/changes/${field.id}`, code: "field.changed" })),
  );
}
