import type { CustomField, FieldValue } from "@tongzhou/contract/fields";
import type { Viewing } from "../../platform/access/acting.ts";
import { Conflict, Invalid } from "../../platform/problems/refusal.ts";
import { readFieldValue } from "./domain/read-field-value.ts";
import { columnsOfValue, uniqueKeyOf } from "./domain/value-columns.ts";
import type { ValueColumns } from "./domain/value-columns.ts";
import { findNames } from "./queries/record-rows.ts";
import { findHolder } from "./queries/value-rows.ts";

/** A value that may be written. */
export interface AdmittedValue {
  readonly columns: ValueColumns;
  readonly uniqueKey: string | null;
}

export interface AdmittedTo {
  readonly field: CustomField;
  /** Where the value stands in the request. */
  readonly pointer: string;
  readonly held: FieldValue;
  /** Undefined for a record that has no rows yet. */
  readonly recordId: string | undefined;
}

/**
 * Lets a value into a field of a record: of the right kind, naming somebody or something that the writer may see, and, where
 * no two records may have the same, not there yet. The index keeps that promise in a race.
 * @returns null when nothing is left of it.
 * @throws Invalid `field_value_wrong` at the pointer; Conflict `field_value_taken` with the name of who has it, when the
 * writer may know them.
 */
export async function admitValue(
  context: Pick<Viewing, "tx" | "viewer">,
  value: FieldValue,
  to: AdmittedTo,
): Promise<AdmittedValue | null> {
  const { field, pointer, held, recordId } = to;
  const read = readFieldValue(field, value, held);
  const wrong = (): Invalid =>
    new Invalid([{ pointer, code: "field_value_wrong", params: { name: field.name } }], "field_value_wrong");
  if (!read.ok || (read.value !== null && !(await isKnown(context, field, read.value)))) throw wrong();
  if (read.value === null) return null;
  const columns = columnsOfValue(field, read.value);
  if (!field.unique) return { columns, uniqueKey: null };
  const uniqueKey = uniqueKeyOf(read.value);
  const holder = await findHolder(context, field.object, field.id, uniqueKey);
  if (holder !== undefined && holder !== recordId) throw await taken(context, field, pointer, holder);
  return { columns, uniqueKey };
}

async function isKnown(
  context: Pick<Viewing, "tx" | "viewer">,
  { type, linkedObject }: CustomField,
  value: NonNullable<FieldValue>,
): Promise<boolean> {
  if (type === "user") return context.viewer.snapshot.people.has(String(value));
  if (type !== "link" || linkedObject === null) return true;
  return (await findNames(context, linkedObject, [String(value)])).size === 1;
}

async function taken(
  context: Pick<Viewing, "tx" | "viewer">,
  field: CustomField,
  pointer: string,
  holderId: string,
): Promise<Conflict> {
  const names = await findNames(context, field.object, [holderId]);
  const params = {
    name: field.name,
    holder: names.get(holderId) ?? "—",
    holderId: names.has(holderId) ? holderId : null,
  };
  return new Conflict("field_value_taken", params, [{ pointer, code: "field_value_taken", params }]);
}
