import { MAX_LONG_TEXT, MAX_TEXT } from "@tongzhou/contract/fields";
import type { FieldOption, FieldType, FieldValue } from "@tongzhou/contract/fields";

/** Numbers beyond lose digits on their way through JSON. */
const MAX_NUMBER = 1e15;

export interface ReadableField {
  readonly type: FieldType;
  readonly options: readonly FieldOption[] | null;
}

/** `value` is tidied: texts are trimmed, choices come once each in the order of the options; null when nothing is left. */
export type ReadValue = { readonly ok: true; readonly value: FieldValue } | { readonly ok: false };

const WRONG: ReadValue = { ok: false };
const fits = (value: FieldValue): ReadValue => ({ ok: true, value });

/**
 * Reads a value as a field's type has it. Whether a person or a record that it names exists is not its business.
 * @param held what the field holds now: an option that was archived since may stay.
 */
export function readFieldValue(field: ReadableField, value: FieldValue, held: FieldValue = null): ReadValue {
  return value === null || value === "" ? fits(null) : READERS[field.type](value, field, held);
}

type Reader = (value: NonNullable<FieldValue>, field: ReadableField, held: FieldValue) => ReadValue;

const text =
  (longest: number): Reader =>
  (value) => {
    if (typeof value !== "string" || !storable(value)) return WRONG;
    const trimmed = value.trim();
    return [...trimmed].length > longest ? WRONG : fits(trimmed === "" ? null : trimmed);
  };

const matching =
  (pattern: RegExp): Reader =>
  (value) =>
    typeof value === "string" && pattern.test(value) ? fits(value) : WRONG;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const READERS: Record<FieldType, Reader> = {
  text: text(MAX_TEXT),
  long: text(MAX_LONG_TEXT),
  number: (value) => (typeof value === "number" && Math.abs(value) <= MAX_NUMBER ? fits(value) : WRONG),
  money: (value) =>
    typeof value === "object" && "amount" in value && Number.isSafeInteger(value.amount) ? fits(value) : WRONG,
  date: (value) => (typeof value === "string" && isDay(value) ? fits(value) : WRONG),
  choice: (value, field, held) => (typeof value === "string" && mayChoose(field, value, held) ? fits(value) : WRONG),
  choices(value, field, held) {
    if (!Array.isArray(value) || !value.every((id) => mayChoose(field, id, held))) return WRONG;
    const chosen = (field.options ?? []).map(({ id }) => id).filter((id) => value.includes(id));
    return fits(chosen.length === 0 ? null : chosen);
  },
  boolean: (value) => (typeof value === "boolean" ? fits(value) : WRONG),
  user: matching(UUID),
  link: matching(UUID),
  region: matching(/^[0-9]{6}$/),
  industry: matching(/^[A-Z]?[0-9]{2,4}$/),
};

function mayChoose({ options }: ReadableField, id: string, held: FieldValue): boolean {
  const option = options?.find((one) => one.id === id);
  if (!option) return false;
  return !option.archived || held === id || (Array.isArray(held) && held.includes(id));
}

/** The database stores neither the null character nor half a surrogate pair. */
const storable = (value: string): boolean => !value.includes("\0") && !/\p{Surrogate}/u.test(value);

function isDay(day: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(day)) return false;
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}
