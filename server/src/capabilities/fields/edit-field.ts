import type { CustomField, FieldOption } from "@tongzhou/contract/fields";
import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { checkSettings } from "./check-settings.ts";
import { findField, isAnyChosen, lockFieldsOf, updateField } from "./queries/field-rows.ts";
import { keyValues } from "./queries/value-rows.ts";

export const EDIT_FIELD = operationKind("custom_field.edit");

type Settings = Omit<CustomField, "id" | "object" | "type" | "position" | "linkedObject">;
export type FieldEdit = { readonly [Name in keyof Settings]?: FieldChange<Settings[Name]> | undefined };

/**
 * Changes a field, archives it or brings it back. Options that records have are archived, not removed.
 * @throws NotFound; Conflict `changed_meanwhile`; Refused `field_option_gone`, `field_not_unique` with how many values are
 * there twice; and what `checkSettings` throws.
 */
export async function editField(context: Acting, id: string, edit: FieldEdit): Promise<CustomField> {
  const found = await findField(context, id);
  if (!found) throw new NotFound();
  const all = await lockFieldsOf(context, found.object);
  const field = all.find((one) => one.id === id);
  if (!field) throw new NotFound();
  const { id: _id, object: _object, type: _type, position: _position, linkedObject: _linked, ...present } = field;
  const changes = await takeChanges(context, { table: "custom_field", id }, present, edit);
  const changed = checkSettings({ ...field, ...changes }, all);
  const gone = removedOptions(field.options, changed.options);
  if (gone.length > 0 && (await isAnyChosen(context, id, gone))) throw new Refused("field_option_gone");
  if (changed.unique !== field.unique) {
    const twice = await keyValues(context, field, changed.unique);
    if (twice > 0) throw new Refused("field_not_unique", { count: twice });
  }
  await updateField(context, changed);
  await context.summarise({ name: changed.name, object: changed.object });
  return changed;
}

function removedOptions(before: readonly FieldOption[] | null, after: readonly FieldOption[] | null): string[] {
  return (before ?? []).map(({ id }) => id).filter((id) => !(after ?? []).some((option) => option.id === id));
}
