import { MAX_FIELDS_OF_AN_OBJECT, UNIQUE_TYPES } from "@tongzhou/contract/fields";
import type { CustomField } from "@tongzhou/contract/fields";
import { Conflict, Invalid, Refused } from "../../platform/problems/refusal.ts";
import { readFieldValue } from "./domain/read-field-value.ts";

/**
 * Whether a field can be as it is described, beside the others of its object.
 * @returns the field with its default tidied.
 * @throws Conflict `field_name_taken`; Refused `field_too_many`, `field_contradicts`; Invalid `field_value_wrong` for the default.
 */
export function checkSettings(field: CustomField, others: readonly CustomField[]): CustomField {
  const alive = others.filter(({ id, archived }) => id !== field.id && !archived);
  if (!field.archived) {
    if (alive.length >= MAX_FIELDS_OF_AN_OBJECT) throw new Refused("field_too_many", { most: MAX_FIELDS_OF_AN_OBJECT });
    const same = (name: string) => name.toLowerCase() === field.name.toLowerCase();
    if (alive.some(({ name }) => same(name))) throw new Conflict("field_name_taken", { name: field.name });
  }
  const isChoice = field.type === "choice" || field.type === "choices";
  const contradicts =
    isChoice !== (field.options !== null) ||
    (isChoice && !field.options?.some(({ archived }) => !archived)) ||
    (field.type === "link") !== (field.linkedObject !== null) ||
    (field.unique && !UNIQUE_TYPES.has(field.type)) ||
    (field.unique && field.defaultValue !== null) ||
    (field.defaultValue !== null && (field.type === "user" || field.type === "link"));
  if (contradicts) throw new Refused("field_contradicts");
  const read = readFieldValue(field, field.defaultValue, field.defaultValue);
  if (!read.ok) throw new Invalid([{ pointer: "/defaultValue", code: "field_value_wrong" }], "field_value_wrong");
  return { ...field, defaultValue: read.value };
}
