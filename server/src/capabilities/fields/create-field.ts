import type { CustomField } from "@tongzhou/contract/fields";
import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { checkSettings } from "./check-settings.ts";
import { insertField, lockFieldsOf } from "./queries/field-rows.ts";

export const CREATE_FIELD = operationKind("custom_field.create");

export type FieldDraft = Omit<CustomField, "id" | "position" | "archived" | "options"> & {
  readonly options: readonly {
    readonly id?: string | undefined;
    readonly name: string;
    readonly nameEn: string | null;
  }[];
};

/**
 * Adds a field to an object, last in its order.
 * @throws what `checkSettings` throws.
 */
export async function createField(context: Context, draft: FieldDraft): Promise<CustomField> {
  const others = await lockFieldsOf(context, draft.object);
  const isChoice = draft.type === "choice" || draft.type === "choices";
  const options = draft.options.map(({ id = context.newId(), name, nameEn }) => ({
    id,
    name,
    nameEn,
    archived: false,
  }));
  const field = checkSettings(
    {
      ...draft,
      id: context.newId(),
      position: Math.max(-1, ...others.map(({ position }) => position)) + 1,
      options: isChoice ? options : null,
      archived: false,
    },
    others,
  );
  await insertField(context, field);
  await context.summarise({ name: field.name, object: field.object });
  return field;
}
