import type { FieldObject, FieldType, FieldValue } from "@tongzhou/contract/fields";

/** A value as a row of `custom_value` holds it; exactly one is there, an amount with its currency. */
export interface ValueColumns {
  readonly text_value: string | null;
  readonly long_value: string | null;
  readonly number_value: number | null;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly day: string | null;
  readonly code: string | null;
  readonly codes: readonly string[] | null;
  readonly yes: boolean | null;
  readonly person_id: string | null;
  readonly linked_contact_id: string | null;
  readonly linked_account_id: string | null;
  readonly linked_lead_id: string | null;
  readonly linked_opportunity_id: string | null;
  readonly linked_campaign_id: string | null;
}

export type ValueColumn = keyof ValueColumns;

/** What decides how a value is held. */
export interface FieldKind {
  readonly type: FieldType;
  readonly linkedObject: FieldObject | null;
}

export const NO_VALUE: ValueColumns = {
  text_value: null,
  long_value: null,
  number_value: null,
  amount: null,
  currency: null,
  day: null,
  code: null,
  codes: null,
  yes: null,
  person_id: null,
  linked_contact_id: null,
  linked_account_id: null,
  linked_lead_id: null,
  linked_opportunity_id: null,
  linked_campaign_id: null,
};

const COLUMN: Record<Exclude<FieldType, "link">, ValueColumn> = {
  text: "text_value",
  long: "long_value",
  number: "number_value",
  money: "amount",
  date: "day",
  choice: "code",
  choices: "codes",
  boolean: "yes",
  user: "person_id",
  region: "code",
  industry: "code",
};

/** The column that a field's value is in; an amount has its currency beside it. */
export function columnOfKind({ type, linkedObject }: FieldKind): ValueColumn {
  if (type !== "link") return COLUMN[type];
  if (linkedObject === null) throw new Error("a link leads to some object");
  return `linked_${linkedObject}_id`;
}

/** What a row holds. */
export function valueOfColumns(kind: FieldKind, columns: ValueColumns): FieldValue {
  const held = columns[columnOfKind(kind)];
  if (kind.type !== "money") return Array.isArray(held) ? [...(held as string[])] : (held as FieldValue);
  return columns.amount === null || columns.currency === null
    ? null
    : { amount: columns.amount, currency: columns.currency };
}

/** A value that was read (`readFieldValue`) as a row holds it. */
export function columnsOfValue(kind: FieldKind, value: NonNullable<FieldValue>): ValueColumns {
  if (kind.type === "money") {
    const { amount, currency } = value as { amount: number; currency: string };
    return { ...NO_VALUE, amount, currency };
  }
  return { ...NO_VALUE, [columnOfKind(kind)]: value };
}

/** The text by which two values of a unique field are the same: without regard to case and width. */
export const uniqueKeyOf = (value: NonNullable<FieldValue>): string => String(value).normalize("NFKC").toLowerCase();
