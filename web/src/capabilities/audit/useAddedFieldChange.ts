import type { AuditValue } from "@tongzhou/contract/audit";
import type { CustomField, FieldValue } from "@tongzhou/contract/fields";
import { useAddedFieldsById } from "../../platform/custom-fields/useAddedFields.ts";
import { useAddedFieldWords } from "../../platform/custom-fields/useAddedFieldWords.ts";

export interface AddedFieldChange {
  name: string;
  /** A value in the words of the field; undefined leaves it to the usual ones. */
  say: (value: AuditValue, currency?: string) => string | undefined;
}

/** Columns that say something about a value and are none. */
const ASIDE: ReadonlySet<string> = new Set(["currency", "verified_by", "verified_at"]);

export interface AddedFieldChanges {
  of: (column: string) => AddedFieldChange | undefined;
  /** The field's name where only something about its value changed, such as who verified it. */
  aside: (columns: readonly { column: string }[]) => string | undefined;
}

/** How the change of an added field's value is told: by the field's name, in its words. */
export function useAddedFieldChange(fieldId: string | undefined): AddedFieldChanges {
  const all = useAddedFieldsById();
  const words = useAddedFieldWords();
  const field = fieldId === undefined ? undefined : all.get(fieldId);
  const of: AddedFieldChanges["of"] = (column) => {
    if (field === undefined || ASIDE.has(column)) return undefined;
    return {
      name: words.name(field),
      say({ value, label, masked }, currency) {
        if (masked || value === null) return undefined;
        const held = heldOf(field, value, currency);
        return held === undefined ? undefined : words.value(field, held, label);
      },
    };
  };
  return {
    of,
    aside: (columns) =>
      field !== undefined && columns.length > 0 && columns.every(({ column }) => ASIDE.has(column))
        ? words.name(field)
        : undefined,
  };
}

/** A value as PostgreSQL writes it, as the field holds it. */
function heldOf({ type }: CustomField, text: string, currency = ""): NonNullable<FieldValue> | undefined {
  switch (type) {
    case "number":
      return Number(text);
    case "boolean":
      return text === "t" || text === "true";
    case "money":
      return currency === "" ? undefined : { amount: Number(text), currency };
    case "choices":
      return text.replace(/^\{|\}$/g, "").split(",");
    default:
      return text;
  }
}
