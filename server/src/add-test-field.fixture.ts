import type { CustomField } from "@tongzhou/contract/fields";
import { CREATE_FIELD, createField } from "./capabilities/fields/index.ts";
import type { House } from "./platform/ledger/context.ts";
import { operate } from "./platform/ledger/operate.ts";

export type FieldDraft = Parameters<typeof createField>[1];

const PLAIN: Omit<FieldDraft, "name"> = {
  object: "contact",
  type: "text",
  nameEn: null,
  help: null,
  helpEn: null,
  weight: "reference",
  required: false,
  unique: false,
  sensitive: false,
  visibleTo: null,
  options: [],
  linkedObject: null,
  defaultValue: null,
};

/** Adds a field, as settings would: a text of contacts unless it says otherwise. */
export async function addTestField(
  house: House,
  field: Partial<FieldDraft> & { readonly name: string },
): Promise<CustomField> {
  const asked = { actor: { kind: "system" }, kind: CREATE_FIELD, source: "command" } as const;
  return (await operate(house, asked, (context) => createField(context, { ...PLAIN, ...field }))).result;
}
